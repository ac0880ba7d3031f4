using Router.Engine.Agents;
using Router.Engine.Queries;

namespace Router.Server.Live.Wire;

/// <summary>One registered agent as he is now.</summary>
public sealed record LiveAgentRow : ILiveRow
{
    /// <summary>His id.</summary>
    public required string AgentId { get; init; }

    /// <summary>The view's version when this row last changed.</summary>
    public required long Version { get; init; }

    /// <summary>His name; empty when he has none beside his id.</summary>
    public required string Name { get; init; }

    /// <summary>His team, or empty.</summary>
    public required string Team { get; init; }

    /// <summary>What he chose; offline when not signed in.</summary>
    public required Presence Presence { get; init; }

    /// <summary>Why he is away, or empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Since when he has this presence: server time, ms since 1970; null when it was never another.</summary>
    public required long? Since { get; init; }

    /// <summary>What he does; null when he is not signed in and has nothing in hand.</summary>
    public required Activity? Activity { get; init; }

    /// <summary>Since when: server time, ms since 1970; null without an activity.</summary>
    public required long? ActivitySince { get; init; }

    /// <summary>His stream is gone, and grace runs.</summary>
    public required bool SessionLost { get; init; }

    /// <summary>He takes nothing new, though his presence stays.</summary>
    public required bool Draining { get; init; }

    /// <summary>Open offers.</summary>
    public required int Offers { get; init; }

    /// <summary>Tickets he handles.</summary>
    public required int Assigned { get; init; }

    /// <summary>Tickets in wrap-up.</summary>
    public required int WrappingUp { get; init; }

    /// <summary>Units of capacity in use, open offers included.</summary>
    public required int CapacityUsed { get; init; }

    /// <summary>Units of capacity in all.</summary>
    public required int Capacity { get; init; }

    internal static LiveAgentRow Of(LiveAgent agent, long version) => new()
    {
        AgentId = agent.AgentId,
        Version = version,
        Name = agent.Name,
        Team = agent.Team,
        Presence = agent.Presence,
        Reason = agent.Reason,
        Since = agent.Since == 0 ? null : agent.Since,
        Activity = agent.Activity == Engine.Agents.Activity.Unspecified ? null : agent.Activity,
        ActivitySince = agent.ActivitySince == 0 ? null : agent.ActivitySince,
        SessionLost = agent.SessionLost,
        Draining = agent.Draining,
        Offers = agent.Offers,
        Assigned = agent.Assigned,
        WrappingUp = agent.WrappingUp,
        CapacityUsed = agent.CapacityUsed,
        Capacity = agent.Capacity,
    };
}
