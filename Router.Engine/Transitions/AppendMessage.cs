using Router.Engine.Commands;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A message is added to a ticket's conversation. Answered with the <see cref="Message"/>.</summary>
internal static class AppendMessage
{
    public static Outcome Apply(WorkspaceState state, Append command)
    {
        Ticket ticket;
        if (command.AgentId is { } agentId)
        {
            if (AssignmentCheck.Refuse(state, agentId, command.TicketId, command.AssignmentNo, out ticket) is { } refusal)
            {
                return refusal;
            }
        }
        else if (!state.Tickets.TryGetValue(command.TicketId, out ticket!))
        {
            return Refusals.UnknownTicket(command.TicketId);
        }

        var sender = command.AgentId is null ? MessageSender.Customer : MessageSender.Agent;
        var message = new Message(ticket.Id, ++ticket.Messages, sender, command.AgentId ?? "", command.Text, state.Now);
        state.Batch.Messages.Add(message);
        state.MarkChanged(ticket);
        if (ticket is { State: Tickets.TicketState.Parked, ResumesOnAnswer: true })
        {
            Parking.End(state, ticket);
        }

        return Outcome.Done(message);
    }
}
