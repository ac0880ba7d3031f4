using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>What holds for all queues of a workspace, on the wire.</summary>
internal static class WorkspaceWire
{
    /// <summary>A workspace's part of the policy.</summary>
    /// <param name="policy">The policy.</param>
    public static V1.WorkspacePolicy Of(WorkspacePolicy policy) => new()
    {
        Channels = { policy.Channels.Select(ChannelWire.Of) },
        Skills = { policy.Skills.Select(s => new V1.SkillDefinition { Name = s.Code, Label = s.Label }) },
        AwayReasons = { policy.AwayReasons.Select(r => new V1.AwayReason { Code = r.Code, Label = r.Label }) },
        Segments = { policy.Segments },
        AgentCare = CareWire.Of(policy.AgentCare),
        DefaultCapacity = policy.DefaultCapacity,
        UnroutableQueue = policy.UnroutableQueue,
        AgentFigures = (V1.AgentFigures)(policy.AgentFigures == AgentFigures.Unspecified ? AgentFigures.Team : policy.AgentFigures),
        LiveOffersPerAgent = policy.LiveOffersPerAgent,
        OffersPerAgent = policy.OffersPerAgent,
        MostForOne = policy.MostForOne,
        LeastForOne = ProtoTime.Seconds(policy.LeastForOneSeconds),
        BackWithin = ProtoTime.Seconds(policy.BackWithinSeconds),
        CustomerMemory = policy.CustomerMemorySeconds > 0 ? ProtoTime.Seconds(policy.CustomerMemorySeconds) : null,
    };
}
