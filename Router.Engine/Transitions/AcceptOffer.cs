using Router.Engine.Commands;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The agent of an open offer accepts: the ticket is his. Answered with the assignment number.</summary>
internal static class AcceptOffer
{
    public static Outcome Apply(WorkspaceState state, Accept command)
    {
        if (OfferCheck.Refuse(state, command.AgentId, command.TicketId, command.OfferNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        var agent = ticket.Agent!;
        Registry.ForgetMisses(state, agent, ticket.Channel);
        Assigning.Assign(state, ticket, agent, command.OfferNo);
        Dispatch.Feed(state, agent);
        return Outcome.Done(ticket.AssignmentNo);
    }
}
