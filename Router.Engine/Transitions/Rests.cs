using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent takes nothing new for a while: after a hard ticket, and after too much work in an hour.</summary>
internal static class Rests
{
    /// <summary>The owner is done with a ticket. If it was hard he rests; the caller works out anew what he is ready for.</summary>
    public static void AfterTicket(WorkspaceState state, Ticket ticket, Agent agent, long handlingMs)
    {
        if (state.Policy.AgentCare is not { } care)
        {
            return;
        }

        if (!ticket.IsHard && care.HardAfterSeconds > 0 && handlingMs > care.HardAfterSeconds * 1_000L)
        {
            ticket.IsHard = true;
            state.Emit(ticket, new TicketMarkedHard(ticket.Id, ticket.AssignmentNo, agent.Id, ByLength: true), agent.Id, "by length");
        }

        if (ticket.IsHard && care.BreatherSeconds > 0 && agent.IsSignedIn)
        {
            agent.RestUntil = state.Now + (care.BreatherSeconds * 1_000L);
            state.MarkChanged(agent);
            state.Emit(new AgentRested(agent.Id, RestCause.Breather, agent.RestUntil));
        }
    }

    /// <summary>What was open for an agent who rests goes to others.</summary>
    /// <returns>The tickets that now wait in their lanes: the caller gives them to others.</returns>
    public static IReadOnlyList<Ticket> TakeBack(WorkspaceState state, Agent agent) =>
        agent.IsResting ? Offering.TakeBack(state, agent, OfferEnd.PresenceChanged) : Array.Empty<Ticket>();

    /// <summary>The breather is over, or the last hour was heavier or lighter than is allowed.</summary>
    /// <returns>Whether any of these was so.</returns>
    public static bool Judge(WorkspaceState state, Agent agent)
    {
        var (cause, over) = (agent.RestCause, IsOver(state, agent));
        if ((agent.RestUntil == 0 || agent.RestUntil > state.Now) && agent.IsOverloaded == over)
        {
            return false;
        }

        agent.RestUntil = agent.RestUntil > state.Now ? agent.RestUntil : 0;
        agent.IsOverloaded = over;
        state.MarkChanged(agent);
        if (cause != agent.RestCause)
        {
            state.Emit(new AgentRested(agent.Id, agent.RestCause, agent.RestUntil));
        }

        Readiness.Refresh(state, agent);
        Dispatch.PlaceAll(state, TakeBack(state, agent));
        Dispatch.Feed(state, agent);
        return true;
    }

    private static bool IsOver(WorkspaceState state, Agent agent) =>
        agent.Busy is { } busy && state.Policy.AgentCare is { MaxOccupancyPercent: > 0 and var most } && busy.IsOver(state.Now, most);
}
