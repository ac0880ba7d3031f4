using Router.Engine.Policies;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>The rules of queues to and from their saved form.</summary>
internal static class QueuePolicyCodec
{
    public static StoredQueuePolicy ToStored(QueuePolicy queue) => new()
    {
        Name = queue.Name,
        Label = queue.Label,
        Skills = { queue.Skills.Select(ContentCodec.ToStored) },
        Languages = { queue.Languages.Select(ContentCodec.ToStored) },
        ShortAbandonSeconds = queue.ShortAbandonSeconds,
        Channels = { queue.Channels.Select(ToStored) },
        PriorityHeadStart = { queue.PriorityHeadStart.ToDictionary() },
        SegmentHeadStart = { queue.SegmentHeadStart.ToDictionary() },
        Steps = { queue.Steps.Select(ToStored) },
        Dispositions = { queue.Dispositions.Select(PolicyCodec.ToStored) },
        CooldownSeconds = queue.CooldownSeconds,
        Escalation = queue.Escalation is { } step ? ToStored(step) : null,
        ReopenSeconds = queue.ReopenSeconds,
        Selection = queue.Selection,
        OfferWidth = queue.OfferWidth,
        Hours = HoursCodec.ToStored(queue.Hours),
        FollowUp = queue.FollowUp is { } rule
            ? new StoredFollowUpRule { Dispositions = { rule.Dispositions }, AfterSeconds = rule.AfterSeconds, Queue = rule.Queue }
            : null,
        TimeToLiveSeconds = queue.TimeToLiveSeconds,
        Alarms = AlarmCodec.ToStored(queue.Alarms),
    };

    public static QueuePolicy FromStored(StoredQueuePolicy stored) => new()
    {
        Name = stored.Name,
        Label = stored.Label,
        Skills = [.. stored.Skills.Select(ContentCodec.FromStored)],
        Languages = [.. stored.Languages.Select(ContentCodec.FromStored)],
        ShortAbandonSeconds = stored.ShortAbandonSeconds,
        Channels = [.. stored.Channels.Select(FromStored)],
        PriorityHeadStart = stored.PriorityHeadStart.ToDictionary(),
        SegmentHeadStart = stored.SegmentHeadStart.ToDictionary(),
        Steps = [.. stored.Steps.Select(FromStored)],
        Dispositions = [.. stored.Dispositions.Select(PolicyCodec.FromStored)],
        CooldownSeconds = stored.CooldownSeconds,
        Escalation = stored.Escalation is { } step ? FromStored(step) : null,
        ReopenSeconds = stored.ReopenSeconds,
        Selection = stored.Selection,
        OfferWidth = Math.Max(1, stored.OfferWidth),
        Hours = HoursCodec.FromStored(stored.Hours),
        FollowUp = stored.FollowUp is { } rule ? new FollowUpRule([.. rule.Dispositions], rule.AfterSeconds, rule.Queue) : null,
        TimeToLiveSeconds = stored.TimeToLiveSeconds,
        Alarms = AlarmCodec.FromStored(stored.Alarms),
    };

    private static StoredQueueChannel ToStored(QueueChannel channel)
    {
        var stored = new StoredQueueChannel
        {
            Channel = channel.Channel,
            WrapUp = channel.WrapUp is { } rule ? PolicyCodec.ToStored(rule) : null,
            Limits = HoursCodec.ToStored(channel.Limits),
            Reserve = channel.Reserve,
            ServiceLevelPercent = channel.ServiceLevelPercent,
            Alarms = AlarmCodec.ToStored(channel.Alarms),
        };
        if (channel.TargetSeconds is { } target)
        {
            stored.TargetSeconds = target;
        }

        if (channel.OfferSeconds is { } offer)
        {
            stored.OfferSeconds = offer;
        }

        if (channel.ServiceLevelSeconds is { } level)
        {
            stored.ServiceLevelSeconds = level;
        }

        return stored;
    }

    private static QueueChannel FromStored(StoredQueueChannel stored) => new(
        stored.Channel,
        stored.HasTargetSeconds ? stored.TargetSeconds : null,
        stored.WrapUp is { } rule ? PolicyCodec.FromStored(rule) : null,
        stored.HasOfferSeconds ? stored.OfferSeconds : null,
        stored.HasServiceLevelSeconds ? stored.ServiceLevelSeconds : null,
        HoursCodec.FromStored(stored.Limits),
        stored.Reserve,
        stored.ServiceLevelPercent,
        AlarmCodec.FromStored(stored.Alarms));

    public static StoredQueueStep ToStored(QueueStep step) => new()
    {
        AfterMs = step.AfterMs,
        LowerSkillLevels = step.LowerSkillLevels,
        LowerLanguageLevels = step.LowerLanguageLevels,
        DropSkills = { step.DropSkills },
        DropAllSkills = step.DropAllSkills,
        Queue = step.Queue,
        MoreLanguages = { step.MoreLanguages.Select(ContentCodec.ToStored) },
        IsExpedited = step.IsExpedited,
        IsKnownAgent = step.IsKnownAgent,
    };

    public static QueueStep FromStored(StoredQueueStep stored) => new()
    {
        AfterMs = stored.AfterMs,
        LowerSkillLevels = stored.LowerSkillLevels,
        LowerLanguageLevels = stored.LowerLanguageLevels,
        DropSkills = [.. stored.DropSkills],
        DropAllSkills = stored.DropAllSkills,
        Queue = stored.Queue,
        MoreLanguages = [.. stored.MoreLanguages.Select(ContentCodec.FromStored)],
        IsExpedited = stored.IsExpedited,
        IsKnownAgent = stored.IsKnownAgent,
    };
}
