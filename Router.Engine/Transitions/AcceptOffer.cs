using Router.Engine.Commands;
using Router.Engine.Matching;
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

        if (ticket.PeerOffer is not null)
        {
            PeerOffers.Accept(state, ticket);
            return Outcome.Done(ticket.AssignmentNo);
        }

        var agent = ticket.Agent ?? state.Agents[command.AgentId];
        List<Agent>? others = null;
        if (ticket.Broadcast is not null)
        {
            if (!Readiness.FitsBroadcast(state, agent, ticket.Channel))
            {
                return Outcome.Refused(Reason.Capacity, $"Ticket {ticket.Id} does not fit beside what you have: end other work first, or leave it to the others.");
            }

            others = Broadcasting.Win(state, ticket, agent);
        }

        Registry.ForgetMisses(state, agent, ticket.Channel);
        Assigning.Assign(state, ticket, agent, command.OfferNo);
        Broadcasting.TakeBackUnfit(state, agent);

        if (others is null)
        {
            Dispatch.Feed(state, agent);
        }
        else
        {
            Dispatch.FeedTogether(state, [agent, .. others]);
        }

        return Outcome.Done(ticket.AssignmentNo);
    }
}
