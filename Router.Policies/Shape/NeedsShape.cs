using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Tickets;

namespace Router.Policies.Shape;

/// <summary>Reads the languages and skills that a ticket, a queue or a step asks for.</summary>
public static class NeedsShape
{
    /// <summary>An ordered list of acceptable languages: the first at once, none before the one above it.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="field">The list's field.</param>
    /// <param name="languages">What came in.</param>
    public static IReadOnlyList<LanguageNeed> Languages(ref ShapeCheck check, string field, RepeatedField<V1.LanguageRequirement> languages)
    {
        var count = languages.Count;
        if (count == 0)
        {
            return [];
        }

        check.Count(count, field, FieldLimits.Languages);
        var needs = new LanguageNeed[count];
        var before = 0L;
        var i = 0;
        for (; i < count && check.IsGood; i++)
        {
            var language = languages[i];
            var level = language.MinLevel == 0 ? 1 : language.MinLevel;
            check.Language(language.Language, "language");
            check.Level(level, "min_level");
            var after = check.Milliseconds(language.After, "after", 0, FieldLimits.LanguageAfterMs);
            if (i == 0 ? after != 0 : after < before)
            {
                check.Fail(Reason.OutOfRange, "after", $"is {after} ms", i == 0 ? "0 for the first language" : $"not less than the {before} ms of the one before");
            }

            check.FoundIn(field, i);
            before = after;
            needs[i] = new LanguageNeed(LanguageTag.Normalise(language.Language), level, after);
        }

        // Where so many mistakes were found that the rest is not looked at, there is no more.
        return i == count ? needs : needs[..i];
    }

    /// <summary>Languages whose times are ignored.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="field">The list's field.</param>
    /// <param name="languages">What came in.</param>
    public static IReadOnlyList<LanguageNeed> AnyTime(ref ShapeCheck check, string field, RepeatedField<V1.LanguageRequirement> languages)
    {
        var needs = new List<LanguageNeed>(languages.Count);
        check.Count(languages.Count, field, FieldLimits.Languages);
        for (var i = 0; i < languages.Count && check.IsGood; i++)
        {
            var level = languages[i].MinLevel == 0 ? 1 : languages[i].MinLevel;
            check.Language(languages[i].Language, "language");
            check.Level(level, "min_level");
            check.FoundIn(field, i);
            needs.Add(new LanguageNeed(LanguageTag.Normalise(languages[i].Language), level, 0));
        }

        return needs;
    }

    /// <summary>Skills with the least level of each.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="field">The list's field.</param>
    /// <param name="skills">What came in.</param>
    public static IReadOnlyList<SkillNeed> Skills(ref ShapeCheck check, string field, RepeatedField<V1.SkillLevel> skills)
    {
        var count = skills.Count;
        if (count == 0)
        {
            return [];
        }

        check.Count(count, field, FieldLimits.Skills);
        var needs = new SkillNeed[count];
        var i = 0;
        for (; i < count && check.IsGood; i++)
        {
            check.Id(skills[i].Skill, "skill", FieldLimits.Name);
            check.Level(skills[i].Level, "level");
            check.FoundIn(field, i);
            needs[i] = new SkillNeed(skills[i].Skill, skills[i].Level);
        }

        return i == count ? needs : needs[..i];
    }
}
