using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The named reasons that hold one agent and one ticket apart though both are free for each other.</summary>
internal static class Exclusions
{
    public static bool Allow(WorkspaceState state, Agent agent, Ticket ticket) =>
        !IsHeldAgainst(agent, ticket) && !ticket.IsCoolingFor(agent) && !ticket.IsOfferedTo(agent) && !IsReservedAgainst(state, agent, ticket.Lane);

    /// <summary>He is one of the idle whom a queue keeps free for other work.</summary>
    public static bool IsReservedAgainst(WorkspaceState state, Agent agent, Lane lane) =>
        state.Reserves.Count > 0 && Reserves.Keep(state, agent, lane);

    /// <summary>He is kept free for an exclusive ticket that is due before this concurrent one.</summary>
    public static bool IsHeldAgainst(Agent agent, Ticket ticket) =>
        agent.HeldFor is { } awaited
        && ticket.Channel is { IsLive: true, Policy.Exclusive: false }
        && awaited.Key.CompareTo(ticket.Key) < 0;
}
