using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Queues on the wire.</summary>
internal static class QueueWire
{
    /// <summary>A queue.</summary>
    /// <param name="queue">The queue.</param>
    public static V1.QueuePolicy Of(QueuePolicy queue)
    {
        var shown = new V1.QueuePolicy
        {
            Name = queue.Name,
            Label = queue.Label,
            Channels = { queue.Channels.Select(Of) },
            Skills = { queue.Skills.Select(NeedsWire.Of) },
            Languages = { queue.Languages.Select(NeedsWire.Of) },
            Steps = { queue.Steps.Select(Of) },
            Selection = queue.Selection,
            OfferWidth = queue.OfferWidth,
            CoolDown = ProtoTime.Seconds(queue.CooldownSeconds),
            Escalation = queue.Escalation is { } step ? Of(step) : null,
            ReopenWindow = queue.ReopenSeconds > 0 ? ProtoTime.Seconds(queue.ReopenSeconds) : null,
            Dispositions = { queue.Dispositions.Select(Of) },
            Hours = HoursWire.Of(queue.Hours),
            FollowUp = queue.FollowUp is { } rule
                ? new() { Dispositions = { rule.Dispositions }, After = ProtoTime.Seconds(rule.AfterSeconds), Queue = rule.Queue }
                : null,
            TimeToLive = queue.TimeToLiveSeconds > 0 ? ProtoTime.Seconds(queue.TimeToLiveSeconds) : null,
            ShortAbandon = ProtoTime.Seconds(queue.ShortAbandonSeconds),
            Alarms = AlarmWire.Of(queue.Alarms),
        };
        foreach (var (priority, seconds) in queue.PriorityHeadStart)
        {
            shown.HeadStartByPriority[priority] = ProtoTime.Seconds(seconds);
        }

        foreach (var (segment, seconds) in queue.SegmentHeadStart)
        {
            shown.HeadStartBySegment[segment] = ProtoTime.Seconds(seconds);
        }

        return shown;
    }

    /// <summary>A disposition.</summary>
    /// <param name="disposition">The disposition.</param>
    public static V1.Disposition Of(CodeLabel disposition) => new() { Code = disposition.Code, Label = disposition.Label };

    private static V1.QueueChannelPolicy Of(QueueChannel channel) => new()
    {
        Channel = channel.Channel,
        Target = channel.TargetSeconds is { } target ? ProtoTime.Seconds(target) : null,
        OfferTimeToLive = channel.OfferSeconds is { } offer ? ProtoTime.Seconds(offer) : null,
        WrapUp = channel.WrapUp is { } rule ? ChannelWire.Of(rule) : null,
        ServiceLevel = channel.ServiceLevelSeconds is { } level ? ProtoTime.Seconds(level) : null,
        Limits = HoursWire.Of(channel.Limits),
        Reserve = channel.Reserve,
        ServiceLevelPercent = channel.ServiceLevelPercent,
        Alarms = AlarmWire.Of(channel.Alarms),
    };

    /// <summary>A step.</summary>
    /// <param name="step">The step.</param>
    public static V1.RoutingStep Of(QueueStep step) => new()
    {
        After = ProtoTime.Length(step.AfterMs),
        LowerSkillLevels = step.LowerSkillLevels,
        LowerLanguageLevels = step.LowerLanguageLevels,
        DropSkills = { step.DropSkills },
        DropAllSkills = step.DropAllSkills,
        Queue = step.Queue,
        Expedite = step.IsExpedited,
        KnownAgent = step.IsKnownAgent,
        MoreLanguages = { step.MoreLanguages.Select(NeedsWire.Of) },
    };
}
