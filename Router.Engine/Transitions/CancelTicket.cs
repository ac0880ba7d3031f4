using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A ticket that nobody has is withdrawn. Answered with the ticket's state.</summary>
internal static class CancelTicket
{
    public static Outcome Apply(WorkspaceState state, Cancel command)
    {
        if (!state.Tickets.TryGetValue(command.TicketId, out var ticket))
        {
            return Refusals.UnknownTicket(command.TicketId);
        }

        if (ticket.State is not (TicketState.Scheduled or TicketState.Queued or TicketState.Offered or TicketState.Parked))
        {
            return Refusals.WrongState(ticket, "only a ticket that nobody has can be cancelled");
        }

        Leaving.Leave(state, ticket, TicketState.Cancelled, OfferEnd.Cancelled, command.Cause, by: command.By);
        return Outcome.Done(ticket.State);
    }
}
