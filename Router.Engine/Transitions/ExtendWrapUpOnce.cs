using Router.Engine.Commands;
using Router.Engine.Deadlines;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner takes the queue's length of wrap-up once more. Answered with the ticket's state.</summary>
internal static class ExtendWrapUpOnce
{
    public static Outcome Apply(WorkspaceState state, ExtendWrapUp command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.WrappingUp)
        {
            return Refusals.WrongState(ticket, "only wrap-up can be extended");
        }

        if (ticket.WrapUpExtended)
        {
            return Outcome.Refused(Reason.AlreadyExtended, $"Wrap-up of ticket {ticket.Id} was extended before: it can be once.", ("field", "ticket_id"));
        }

        var lengthMs = Interactions.WrapUpOf(ticket).LengthMs;
        if (lengthMs == 0)
        {
            return Refusals.WrongState(ticket, "its queue has no wrap-up any more");
        }

        ticket.WrapUpExtended = true;
        ticket.WrapUpEndsAt += lengthMs;
        TicketDeadline.Update(state, ticket);
        state.Emit(
            ticket,
            new Events.WrapUpExtended(ticket.Id, ticket.AssignmentNo, command.AgentId, ticket.WrapUpEndsAt),
            command.AgentId,
            $"{ticket.AssignmentNo}");
        return Outcome.Done(ticket.State);
    }
}
