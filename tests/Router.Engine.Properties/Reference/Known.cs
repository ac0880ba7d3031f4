using Router.Engine.Commands;
using Router.Engine.Policies;

namespace Router.Engine.Properties.Reference;

/// <summary>What the model knows of commands and policies: of the rest nothing is played against it, the other properties play it.</summary>
internal static class Known
{
    /// <summary>The command without what the model does not know, or null when it knows nothing of it.</summary>
    public static Command? Of(Command command) => command switch
    {
        ChangePolicy change => new ChangePolicy(p => Of(change.Change(p)), Reprice: change.Reprice),
        StartConsult { Target.AgentId: "" } => null,
        Submit or Complete or RequestCallBack or ReportCallBack or Accept or Decline or EndWrapUp or ExtendWrapUp or SetHold or Park or Transfer or EndHandover or StartConsult or EndConsult or Reopen or Reschedule or End or Cancel or Append
            or SetPresence or Take or MarkHard or SetAgentsPresence or DrainAgents
            or SignIn or SignOut or LoseSession or ResumeSession or PutAgent or DeleteAgent
            or AssignTickets or CompleteTickets or MoveTickets or ReprioritiseTickets or ChangeTicketNeeds => command,
        _ => null,
    };

    private static WorkspacePolicy Of(WorkspacePolicy policy) => new()
    {
        Version = policy.Version,
        Skills = policy.Skills,
        AwayReasons = policy.AwayReasons,
        Segments = policy.Segments,
        DefaultCapacity = policy.DefaultCapacity,
        LiveOffersPerAgent = policy.LiveOffersPerAgent,
        OffersPerAgent = policy.OffersPerAgent,
        AgentCare = policy.AgentCare,
        CustomerMemorySeconds = policy.CustomerMemorySeconds,
        MostForOne = policy.MostForOne,
        LeastForOneSeconds = policy.LeastForOneSeconds,
        BackWithinSeconds = policy.BackWithinSeconds,
        Channels = [.. policy.Channels.Select(Of)],
        Queues = [.. policy.Queues.Select(Of)],
        Rules = policy.Rules,
        DefaultQueue = policy.DefaultQueue,
    };

    private static ChannelPolicy Of(ChannelPolicy channel) => new()
    {
        Name = channel.Name,
        Exclusive = channel.Exclusive,
        Interruptible = channel.Interruptible,
        Deferred = channel.Deferred,
        AcceptMode = channel.AcceptMode,
        OfferSeconds = channel.OfferSeconds,
        MissedLimit = channel.MissedLimit,
        GraceSeconds = channel.GraceSeconds,
        Cost = channel.Cost,
        Max = channel.Max,
        TargetSeconds = channel.TargetSeconds,
        WrapUp = channel.WrapUp,
        HandleSeconds = channel.HandleSeconds,
    };

    private static QueuePolicy Of(QueuePolicy queue) => new()
    {
        Name = queue.Name,
        Skills = queue.Skills,
        Languages = queue.Languages,
        Channels = [.. queue.Channels.Select(c => new QueueChannel(c.Channel, c.TargetSeconds, c.WrapUp, c.OfferSeconds) { Reserve = c.Reserve, Limits = Of(c.Limits) })],
        Hours = queue.Hours,
        TimeToLiveSeconds = queue.TimeToLiveSeconds,
        PriorityHeadStart = queue.PriorityHeadStart,
        SegmentHeadStart = queue.SegmentHeadStart,
        Steps = queue.Steps,
        Escalation = queue.Escalation,
        Dispositions = queue.Dispositions,
        CooldownSeconds = queue.CooldownSeconds,
        ReopenSeconds = queue.ReopenSeconds,
        Selection = queue.Selection,
        FollowUp = queue.FollowUp,
        OfferWidth = queue.OfferWidth,
    };

    /// <summary>The model does not tell waits.</summary>
    private static QueueLimits? Of(QueueLimits? limits) =>
        limits is null or { Waiting: 0, OldestSeconds: 0 } ? null : limits with { EstimatedSeconds = 0 };
}
