using Router.Engine.Policies;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Rules of classification to and from their saved form.</summary>
internal static class RuleCodec
{
    public static StoredRule ToStored(ClassificationRule rule) => new()
    {
        Name = rule.Name,
        When = { rule.When.Select(ToStored) },
        Targets = { rule.Targets.Select(ToStored) },
    };

    public static ClassificationRule FromStored(StoredRule stored) => new()
    {
        Name = stored.Name,
        When = [.. stored.When.Select(FromStored)],
        Targets = [.. stored.Targets.Select(FromStored)],
    };

    private static StoredCondition ToStored(ConditionPart part) => new()
    {
        Kind = (StoredConditionKind)part.Kind,
        Parts = part.Parts,
        Field = part.Field,
        Comparison = (StoredComparison)part.Comparison,
        Values = { part.Values ?? [] },
    };

    private static ConditionPart FromStored(StoredCondition stored) =>
        new((ConditionKind)stored.Kind, stored.Parts, stored.Field, (Comparison)stored.Comparison, [.. stored.Values]);

    private static StoredTarget ToStored(ClassificationTarget target)
    {
        var stored = new StoredTarget
        {
            Weight = target.Weight,
            Queue = target.Queue,
            QueueAttribute = target.QueueAttribute,
            Skills = { target.Skills.Select(ContentCodec.ToStored) },
            SkillAttribute = target.SkillAttribute,
            Languages = { target.Languages.Select(ContentCodec.ToStored) },
            LanguageAttribute = target.LanguageAttribute,
            Segment = target.Segment,
            HeadStartSeconds = target.HeadStartSeconds,
            Steps = { target.Steps.Select(QueuePolicyCodec.ToStored) },
        };
        if (target.Priority is { } priority)
        {
            stored.Priority = priority;
        }

        return stored;
    }

    private static ClassificationTarget FromStored(StoredTarget stored) => new()
    {
        Weight = stored.Weight,
        Queue = stored.Queue,
        QueueAttribute = stored.QueueAttribute,
        Skills = [.. stored.Skills.Select(ContentCodec.FromStored)],
        SkillAttribute = stored.SkillAttribute,
        Languages = [.. stored.Languages.Select(ContentCodec.FromStored)],
        LanguageAttribute = stored.LanguageAttribute,
        Priority = stored.HasPriority ? stored.Priority : null,
        Segment = stored.Segment,
        HeadStartSeconds = stored.HeadStartSeconds,
        Steps = [.. stored.Steps.Select(QueuePolicyCodec.FromStored)],
    };
}
