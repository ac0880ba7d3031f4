using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The owner no longer asks another agent to take his ticket over. Answered with the ticket's state.</summary>
internal static class EndTicketHandover
{
    public static Outcome Apply(WorkspaceState state, EndHandover command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (PeerOffers.End(state, ticket, OfferEnd.CalledOff) is not { } target)
        {
            return Refusals.WrongState(ticket, "nobody is asked to take it over");
        }

        Dispatch.Feed(state, target);
        return Outcome.Done(ticket.State);
    }
}
