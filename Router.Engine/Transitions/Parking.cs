using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Puts an assigned ticket aside, where it belongs to nobody, and brings it back.</summary>
internal static class Parking
{
    /// <summary>How long a ticket is parked when nobody says until when: 14 days.</summary>
    public const long LongestMs = 14 * TimeSpan.MillisecondsPerDay;

    /// <summary>Takes the ticket from its owner; the caller gives him what he may have now.</summary>
    public static void Begin(WorkspaceState state, Ticket ticket, long until, bool untilAnswer, string note = "", bool sameAgent = false)
    {
        var agent = Assigning.LetGo(state, ticket);
        ticket.ParkedUntil = until > 0 ? until : state.Now + LongestMs;
        ticket.ResumesOnAnswer = untilAnswer || until == 0;
        ticket.Wanted = sameAgent ? new WantedAgent(agent.Id, WantedCause.Parked) : null;
        Moves.To(state, ticket, TicketState.Parked);
        var handlingMs = Assigning.HandlingMs(state, ticket);
        state.Emit(
            ticket,
            new TicketParked(ticket.Id, ticket.AssignmentNo, agent.Id, ticket.ParkedUntil, handlingMs, ticket.OnHoldMs),
            agent.Id,
            note.Length == 0 ? $"{ticket.AssignmentNo}" : $"{ticket.AssignmentNo}: {note}");
    }

    /// <summary>The time has come, or the customer has answered: it waits as a fresh ticket does.</summary>
    public static void End(WorkspaceState state, Ticket ticket)
    {
        ticket.ParkedUntil = 0;
        ticket.ResumesOnAnswer = false;
        Queueing.Replan(state, ticket);
        Dispatch.Enter(state, ticket, EntryCause.Unparked);
    }
}
