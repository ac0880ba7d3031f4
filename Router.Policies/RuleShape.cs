using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads the rules of classification.</summary>
internal static class RuleShape
{
    /// <summary>Most rules of a policy.</summary>
    public const int MostRules = 1_000;

    /// <summary>Most conditions and comparisons of all rules together.</summary>
    public const int MostConditions = 10_000;

    private const int MostTargets = 16;
    private const int MostWeight = 1_000;
    private const int MostHeadStartSeconds = 30 * 86_400;

    /// <summary>Reads them.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="rules">What came in.</param>
    public static List<ClassificationRule> Read(ref ShapeCheck check, RepeatedField<V1.ClassificationRule> rules)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<ClassificationRule>();
        var conditions = 0;
        check.Count(rules.Count, "rules", MostRules);
        for (var i = 0; i < rules.Count && check.IsGood; i++)
        {
            check.Id(rules[i].Name, "name", FieldLimits.Name);
            check.Once(names.Add(rules[i].Name), "name", rules[i].Name);
            var when = new ConditionShape();
            when.Read(ref check, rules[i].When, "when");
            conditions += when.Parts.Count;
            read.Add(new ClassificationRule { Name = rules[i].Name, When = when.Parts, Targets = ReadTargets(ref check, rules[i].Targets) });
            check.FoundIn("rules", i);
        }

        if (conditions > MostConditions)
        {
            check.Fail(Reason.TooLarge, "rules", $"have {conditions} conditions together", $"at most {MostConditions}");
        }

        return read;
    }

    private static List<ClassificationTarget> ReadTargets(ref ShapeCheck check, RepeatedField<V1.ClassificationTarget> targets)
    {
        var read = new List<ClassificationTarget>();
        if (targets.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, "targets", "is empty", "at least one target");
        }

        check.Count(targets.Count, "targets", MostTargets);
        for (var i = 0; i < targets.Count && check.IsGood; i++)
        {
            read.Add(ReadTarget(ref check, targets[i]));
            check.FoundIn("targets", i);
        }

        return read;
    }

    private static ClassificationTarget ReadTarget(ref ShapeCheck check, V1.ClassificationTarget target)
    {
        check.Range(target.Weight, "weight", 0, MostWeight);
        check.OptionalId(target.Queue, "queue", FieldLimits.Name);
        check.Line(target.QueueAttribute, "queue_attribute", FieldLimits.AttributeBytes);
        check.Line(target.SkillAttribute, "skill_attribute", FieldLimits.AttributeBytes);
        check.Line(target.LanguageAttribute, "language_attribute", FieldLimits.AttributeBytes);
        check.OptionalId(target.Segment, "segment", FieldLimits.Name);
        if (target.Priority is < 0 or > FieldLimits.Priority)
        {
            check.Fail(Reason.PriorityOutOfRange, "priority", $"is {target.Priority}", $"0 to {FieldLimits.Priority}");
        }

        return new ClassificationTarget
        {
            Weight = Math.Max(1, target.Weight),
            Queue = target.Queue,
            QueueAttribute = target.QueueAttribute,
            Skills = NeedsShape.Skills(ref check, "skills", target.Skills),
            SkillAttribute = target.SkillAttribute,
            Languages = NeedsShape.Languages(ref check, "languages", target.Languages),
            LanguageAttribute = target.LanguageAttribute,
            Priority = target.HasPriority ? target.Priority : null,
            Segment = target.Segment,
            HeadStartSeconds = check.Seconds(target.HeadStart, "head_start", 0, MostHeadStartSeconds) ?? 0,
            Steps = StepShape.Read(ref check, target.Steps, "steps"),
        };
    }
}
