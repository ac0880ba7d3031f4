using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Rules of classification on the wire.</summary>
internal static class RuleWire
{
    /// <summary>A rule.</summary>
    /// <param name="rule">The rule.</param>
    public static V1.ClassificationRule Of(ClassificationRule rule)
    {
        var at = 0;
        return new V1.ClassificationRule
        {
            Name = rule.Name,
            When = rule.When.Count == 0 ? null : Condition(rule.When, ref at),
            Targets = { rule.Targets.Select(Of) },
        };
    }

    private static V1.ClassificationTarget Of(ClassificationTarget target)
    {
        var shown = new V1.ClassificationTarget
        {
            Weight = target.Weight,
            Queue = target.Queue,
            QueueAttribute = target.QueueAttribute,
            Skills = { target.Skills.Select(NeedsWire.Of) },
            SkillAttribute = target.SkillAttribute,
            Languages = { target.Languages.Select(NeedsWire.Of) },
            LanguageAttribute = target.LanguageAttribute,
            Segment = target.Segment,
            HeadStart = target.HeadStartSeconds == 0 ? null : ProtoTime.Seconds(target.HeadStartSeconds),
            Steps = { target.Steps.Select(QueueWire.Of) },
        };
        if (target.Priority is { } priority)
        {
            shown.Priority = priority;
        }

        return shown;
    }

    private static V1.Condition Condition(IReadOnlyList<ConditionPart> parts, ref int at)
    {
        var part = parts[at++];
        switch (part.Kind)
        {
            case ConditionKind.Not:
                return new V1.Condition { Not = Condition(parts, ref at) };
            case ConditionKind.Field:
                return new V1.Condition
                {
                    Field = new() { Field = part.Field, Comparison = (V1.Comparison)part.Comparison, Values = { part.Values ?? [] } },
                };
            default:
                var all = new V1.Conditions();
                for (var i = 0; i < part.Parts; i++)
                {
                    all.Conditions_.Add(Condition(parts, ref at));
                }

                return part.Kind == ConditionKind.All ? new V1.Condition { All = all } : new V1.Condition { Any = all };
        }
    }
}
