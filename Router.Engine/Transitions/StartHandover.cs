using Router.Engine.Commands;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The owner of an assigned ticket asks another agent to take it over. Answered with the ticket's state.</summary>
internal static class StartHandover
{
    public static Outcome Apply(WorkspaceState state, Ticket ticket, Transfer command)
    {
        if (PeerCheck.RefuseAnother(ticket) is { } another)
        {
            return another;
        }

        if (PeerCheck.RefuseAgent(state, ticket, command.Target.AgentId, TransferTicket.AgentField, "do not hand over warmly", out var target) is { } notHim)
        {
            return notHim;
        }

        PeerOffers.Begin(state, ticket, target, command.Note, isConsult: false);
        return Outcome.Done(ticket.State);
    }
}
