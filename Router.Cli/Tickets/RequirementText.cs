using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Tickets;

/// <summary>Reads languages and skills as the command line writes them.</summary>
internal static partial class RequirementText
{
    /// <summary>How a language is written.</summary>
    public const string LanguageForm = "TAG[:LEVEL][@SECONDS]";

    /// <summary>How a skill is written.</summary>
    public const string SkillForm = "SKILL[:LEVEL]";

    /// <summary>Reads a language: <c>he</c>, <c>he:4</c>, <c>ru:3@60</c> (level 3, from 60 s on).</summary>
    /// <param name="text">As written.</param>
    /// <exception cref="CommandException">It is written otherwise.</exception>
    public static LanguageRequirement Language(string text)
    {
        var match = LanguagePattern().Match(text);
        if (!match.Success)
        {
            throw new CommandException($"'{text}' is no language: write {LanguageForm}, such as he, he:4 or ru:3@60.");
        }

        var language = new LanguageRequirement { Language = match.Groups["name"].Value, MinLevel = Number(match.Groups["level"]) };
        if (match.Groups["after"].Success)
        {
            language.After = Duration.FromTimeSpan(TimeSpan.FromSeconds(Number(match.Groups["after"])));
        }

        return language;
    }

    /// <summary>Reads a skill: <c>billing</c> (level 1) or <c>billing:3</c>.</summary>
    /// <param name="text">As written.</param>
    /// <exception cref="CommandException">It is written otherwise.</exception>
    public static SkillLevel Skill(string text)
    {
        var match = SkillPattern().Match(text);
        return match.Success
            ? new SkillLevel { Skill = match.Groups["name"].Value, Level = match.Groups["level"].Success ? Number(match.Groups["level"]) : 1 }
            : throw new CommandException($"'{text}' is no skill: write {SkillForm}, such as billing or billing:3.");
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<name>[^:@]+)(:(?<level>\d{1,4}))?(@(?<after>\d{1,6}))?$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"^(?<name>[^:]+)(:(?<level>\d{1,4}))?$")]
    private static partial Regex SkillPattern();
}
