using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The customer left. Answered with the ticket's state.</summary>
internal static class EndTicket
{
    public static Outcome Apply(WorkspaceState state, End command)
    {
        if (!state.Tickets.TryGetValue(command.TicketId, out var ticket))
        {
            return Refusals.UnknownTicket(command.TicketId);
        }

        switch (ticket.State)
        {
            case TicketState.Queued or TicketState.Offered when ticket.Later?.CallBack is not null:
                return Refusals.WrongState(ticket, "its customer is to be called back and does not wait on the line; cancel it");
            case TicketState.Queued or TicketState.Offered:
            case TicketState.Scheduled when ticket.WaitsForOpening && ticket.Later?.CallBack is null:
                Leaving.Leave(state, ticket, TicketState.Abandoned, OfferEnd.Abandoned, byChannel: command.ByChannel);
                break;
            case TicketState.Assigned:
                Customers.CutOff(state, ticket);
                Interactions.End(state, ticket, command.ByChannel ? EndedBy.Channel : EndedBy.Customer);
                break;
            case TicketState.WrappingUp:
                return Refusals.WrongState(ticket, "the interaction is over already");
            default:
                return Refusals.WrongState(ticket, "only a waiting or assigned ticket can be ended by its customer; cancel it");
        }

        return Outcome.Done(ticket.State);
    }
}
