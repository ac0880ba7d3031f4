using Router.Engine.Commands;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner ends wrap-up before its time. Answered with the ticket's state.</summary>
internal static class EndWrapUpEarly
{
    public static Outcome Apply(WorkspaceState state, EndWrapUp command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.WrappingUp)
        {
            return Refusals.WrongState(ticket, "only wrap-up can be ended; complete the ticket");
        }

        if (CompleteTicket.RefuseWithoutDisposition(ticket, given: "") is { } required)
        {
            return required;
        }

        Interactions.Complete(state, ticket, ticket.Disposition, ticket.InteractionEndedBy);
        return Outcome.Done(ticket.State);
    }
}
