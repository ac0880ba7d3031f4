using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Puts a ticket off to a time, at which <see cref="EnterFirst"/> brings it into its queue.</summary>
internal static class Scheduling
{
    /// <summary>The ticket, in no lane and nobody's, waits for its time.</summary>
    public static void Begin(WorkspaceState state, Ticket ticket, long startsAt, string detail = "", Actor? by = null)
    {
        PersonalWaits.Forget(state, ticket);
        ticket.StartsAt = startsAt;
        ticket.EnteredAt = 0;
        ticket.DueAt = 0;
        ticket.Step = 0;
        Moves.To(state, ticket, TicketState.Scheduled);
        state.Emit(ticket, new TicketScheduled(ticket.Id, startsAt), detail: detail, by: by);
        Routability.Clear(state, ticket);
    }
}
