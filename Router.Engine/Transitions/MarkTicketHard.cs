using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The owner says that a ticket was hard: he rests after it. Answered with the ticket's state.</summary>
internal static class MarkTicketHard
{
    public static Outcome Apply(WorkspaceState state, MarkHard command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (!ticket.IsHard)
        {
            ticket.IsHard = true;
            state.Emit(ticket, new TicketMarkedHard(ticket.Id, ticket.AssignmentNo, command.AgentId, ByLength: false), command.AgentId);
        }

        return Outcome.Done(ticket.State);
    }
}
