using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The named reasons that hold one agent and one ticket apart though both are free for each other.</summary>
internal static class Exclusions
{
    public static bool Allow(Agent agent, Ticket ticket) => !IsHeldAgainst(agent, ticket) && !ticket.IsCoolingFor(agent);

    /// <summary>He is kept free for an exclusive ticket that is due before this concurrent one.</summary>
    public static bool IsHeldAgainst(Agent agent, Ticket ticket) =>
        agent.HeldFor is { } awaited
        && ticket.Channel is { IsLive: true, Policy.Exclusive: false }
        && awaited.Key.CompareTo(ticket.Key) < 0;
}
