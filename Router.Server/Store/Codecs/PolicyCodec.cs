using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Policies to and from their saved form; their queues are <see cref="QueuePolicyCodec"/>'s.</summary>
internal static class PolicyCodec
{
    public static StoredPolicyVersion ToStored(PublishedPolicy published) => new()
    {
        Policy = ToStored(published.Policy),
        PublishedAt = published.At,
        By = TicketCodec.ToStored(published.By),
        Note = published.Note,
    };

    public static PublishedPolicy FromStored(StoredPolicyVersion stored) =>
        new(FromStored(stored.Policy), stored.PublishedAt, TicketCodec.FromStored(stored.By), stored.Note);

    public static StoredPolicy ToStored(WorkspacePolicy policy) => new()
    {
        Version = policy.Version,
        Skills = { policy.Skills.Select(ToStored) },
        AwayReasons = { policy.AwayReasons.Select(ToStored) },
        Segments = { policy.Segments },
        DefaultCapacity = policy.DefaultCapacity,
        LiveOffersPerAgent = policy.LiveOffersPerAgent,
        OffersPerAgent = policy.OffersPerAgent,
        CustomerMemorySeconds = policy.CustomerMemorySeconds,
        Channels = { policy.Channels.Select(ToStored) },
        Queues = { policy.Queues.Select(QueuePolicyCodec.ToStored) },
        Rules = { policy.Rules.Select(RuleCodec.ToStored) },
        DefaultQueue = policy.DefaultQueue,
        AgentCare = ToStored(policy.AgentCare),
        UnroutableQueue = policy.UnroutableQueue,
        AgentFigures = (StoredAgentFigures)policy.AgentFigures,
        MostForOne = policy.MostForOne,
        LeastForOneSeconds = policy.LeastForOneSeconds,
        BackWithinSeconds = policy.BackWithinSeconds,
    };

    public static WorkspacePolicy FromStored(StoredPolicy stored) => new()
    {
        Version = stored.Version,
        Skills = [.. stored.Skills.Select(FromStored)],
        AwayReasons = [.. stored.AwayReasons.Select(FromStored)],
        Segments = [.. stored.Segments],
        DefaultCapacity = stored.DefaultCapacity,
        LiveOffersPerAgent = stored.LiveOffersPerAgent,
        OffersPerAgent = stored.OffersPerAgent,
        CustomerMemorySeconds = stored.CustomerMemorySeconds,
        Channels = [.. stored.Channels.Select(FromStored)],
        Queues = [.. stored.Queues.Select(QueuePolicyCodec.FromStored)],
        Rules = [.. stored.Rules.Select(RuleCodec.FromStored)],
        DefaultQueue = stored.DefaultQueue,
        AgentCare = FromStored(stored.AgentCare),
        UnroutableQueue = stored.UnroutableQueue,
        AgentFigures = (AgentFigures)stored.AgentFigures,
        MostForOne = stored.HasMostForOne ? stored.MostForOne : WorkspacePolicy.Initial.MostForOne,
        LeastForOneSeconds = stored.HasLeastForOneSeconds ? stored.LeastForOneSeconds : WorkspacePolicy.Initial.LeastForOneSeconds,
        BackWithinSeconds = stored.HasBackWithinSeconds ? stored.BackWithinSeconds : WorkspacePolicy.Initial.BackWithinSeconds,
    };

    public static StoredCodeLabel ToStored(CodeLabel label) => new() { Code = label.Code, Label = label.Label };

    public static CodeLabel FromStored(StoredCodeLabel stored) => new(stored.Code, stored.Label);

    public static StoredWrapUpRule ToStored(WrapUpRule rule) => new() { Kind = (StoredWrapUpKind)rule.Kind, Seconds = rule.Seconds };

    public static WrapUpRule FromStored(StoredWrapUpRule stored) => new((WrapUpKind)stored.Kind, stored.Seconds);

    private static StoredAgentCare? ToStored(AgentCare? care) => care is null ? null : new StoredAgentCare
    {
        BreatherSeconds = care.BreatherSeconds,
        HardAfterSeconds = care.HardAfterSeconds,
        MaxOccupancyPercent = care.MaxOccupancyPercent,
        DrainBeforeSeconds = care.DrainBeforeSeconds,
    };

    private static AgentCare? FromStored(StoredAgentCare? stored) => stored is null ? null : new AgentCare
    {
        BreatherSeconds = stored.BreatherSeconds,
        HardAfterSeconds = stored.HardAfterSeconds,
        MaxOccupancyPercent = stored.MaxOccupancyPercent,
        DrainBeforeSeconds = stored.DrainBeforeSeconds,
    };

    private static StoredChannelPolicy ToStored(ChannelPolicy channel) => new()
    {
        Name = channel.Name,
        Exclusive = channel.Exclusive,
        Interruptible = channel.Interruptible,
        AcceptMode = (StoredAcceptMode)channel.AcceptMode,
        OfferSeconds = channel.OfferSeconds,
        MissedLimit = channel.MissedLimit,
        GraceSeconds = channel.GraceSeconds,
        Cost = channel.Cost,
        Max = channel.Max,
        TargetSeconds = channel.TargetSeconds,
        Deferred = channel.Deferred,
        WrapUp = ToStored(channel.WrapUp),
        HandleSeconds = channel.HandleSeconds,
    };

    private static ChannelPolicy FromStored(StoredChannelPolicy stored) => new()
    {
        Name = stored.Name,
        Exclusive = stored.Exclusive,
        Interruptible = stored.Interruptible,
        AcceptMode = (AcceptMode)stored.AcceptMode,
        OfferSeconds = stored.OfferSeconds,
        MissedLimit = stored.MissedLimit,
        GraceSeconds = stored.GraceSeconds,
        Cost = stored.Cost,
        Max = stored.Max,
        TargetSeconds = stored.TargetSeconds,
        Deferred = stored.Deferred,
        WrapUp = FromStored(stored.WrapUp),
        HandleSeconds = stored.HandleSeconds,
    };
}
