using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The owner of an assigned ticket asks another agent to take it over. Answered with the ticket's state.</summary>
internal static class StartHandover
{
    public static Outcome Apply(WorkspaceState state, Ticket ticket, Transfer command)
    {
        if (ticket.Handover is { Target.Id: var asked })
        {
            return Refusals.WrongState(ticket, $"agent '{asked}' is asked to take it over; end that first");
        }

        if (TransferTicket.RefuseAgent(state, ticket, command.Target.AgentId, out var target) is { } notHim)
        {
            return notHim;
        }

        if (!target.HasLiveSession || target.SigningOut || !target.TakesChannel(ticket.Channel))
        {
            return Outcome.Refused(
                Reason.NoSession, $"Agent '{target.Id}' is not signed in for {ticket.Channel.Name}: name another agent, or do not hand over warmly.", ("field", TransferTicket.AgentField));
        }

        if (target is not { TakesWork: true, Presence: Presence.Available, HeldFor: null } || !Readiness.HasRoom(state, target, ticket.Channel))
        {
            return Outcome.Refused(
                Reason.Capacity, $"Agent '{target.Id}' can be given nothing more now: name another agent, or do not hand over warmly.", ("field", TransferTicket.AgentField));
        }

        Handovers.Begin(state, ticket, target, command.Note);
        return Outcome.Done(ticket.State);
    }
}
