using Router.Cli.Connection;
using Router.Cli.Tickets;

namespace Router.Clients.Tests.Cli;

public sealed class RequirementTextTests
{
    [Theory]
    [InlineData("he", "he", 0, null)]
    [InlineData("pt-BR:4", "pt-BR", 4, null)]
    [InlineData("ru:3@60", "ru", 3, 60L)]
    [InlineData("ru@60", "ru", 0, 60L)]
    public void Language_Written_IsRead(string text, string language, int level, long? after)
    {
        var read = RequirementText.Language(text);

        Assert.Equal((language, level, after), (read.Language, read.MinLevel, read.After?.Seconds));
    }

    [Theory]
    [InlineData("billing", "billing", 1)]
    [InlineData("billing:9", "billing", 9)]
    public void Skill_Written_IsRead(string text, string skill, int level)
    {
        var read = RequirementText.Skill(text);

        Assert.Equal((skill, level), (read.Skill, read.Level));
    }

    [Theory]
    [InlineData("he:x")]
    [InlineData("")]
    [InlineData("he@1@2")]
    public void Language_WrittenOtherwise_SaysHow(string text) =>
        Assert.Contains(RequirementText.LanguageForm, Assert.Throws<CommandException>(() => RequirementText.Language(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a:b")]
    [InlineData(":3")]
    public void Skill_WrittenOtherwise_SaysHow(string text) =>
        Assert.Contains(RequirementText.SkillForm, Assert.Throws<CommandException>(() => RequirementText.Skill(text)).Message, StringComparison.Ordinal);
}
