using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Puts a ticket off to a time, and brings it into its queue then.</summary>
internal static class Scheduling
{
    /// <summary>The ticket, in no lane and nobody's, waits for its time.</summary>
    public static void Begin(WorkspaceState state, Ticket ticket, long startsAt, string detail = "", Actor? by = null)
    {
        ticket.StartsAt = startsAt;
        ticket.EnteredAt = 0;
        ticket.DueAt = 0;
        ticket.Step = 0;
        Moves.To(state, ticket, TicketState.Scheduled);
        state.Emit(ticket, new TicketScheduled(ticket.Id, startsAt), detail: detail, by: by);
    }

    /// <summary>Its time has come: it waits as a fresh ticket does, by the rules in force.</summary>
    public static void End(WorkspaceState state, Ticket ticket)
    {
        Queueing.Replan(state, ticket);
        Queueing.Enter(state, ticket, CauseOf(ticket.Later));
        Dispatch.Place(state, ticket);
    }

    private static EntryCause CauseOf(TicketLater? later) =>
        later is null ? EntryCause.Scheduled
        : later.CallBack is not null ? EntryCause.CallBack
        : later.FollowUpOf.Length > 0 ? EntryCause.FollowUp
        : EntryCause.Scheduled;
}
