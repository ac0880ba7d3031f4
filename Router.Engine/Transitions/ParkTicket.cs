using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner puts an assigned ticket aside. Answered with the ticket's state.</summary>
internal static class ParkTicket
{
    public static Outcome Apply(WorkspaceState state, Park command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.Assigned)
        {
            return Refusals.WrongState(ticket, "the interaction is over; only an assigned ticket can be parked");
        }

        if (command.Until > 0 && command.Until < state.Now)
        {
            return Outcome.Refused(
                Reason.ScheduleOutOfRange, $"Ticket {ticket.Id} cannot be parked until a time that has passed: take a later one.", ("field", "park.until"));
        }

        var agent = ticket.Agent!;
        var others = Participants.Free(state, ticket, OfferEnd.CalledOff);
        Parking.Begin(state, ticket, command.Until, command.UntilAnswer, command.Note, command.SameAgent);
        AfterWork.Run(state, agent, others);
        return Outcome.Done(ticket.State);
    }
}
