using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The agent of an open offer declines: the ticket goes back to its place and cools down for him; one that he was to take over or to join stays with its owner.</summary>
internal static class DeclineOffer
{
    public static Outcome Apply(WorkspaceState state, Decline command)
    {
        if (OfferCheck.Refuse(state, command.AgentId, command.TicketId, command.OfferNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.PeerOffer is not null)
        {
            PeerOffers.Decline(state, ticket, command.Cause);
            return Outcome.Done(ticket.State);
        }

        var agent = ticket.Agent ?? state.Agents[command.AgentId];
        Registry.ForgetMisses(state, agent, ticket.Channel);
        ticket.Declines++;
        if (ticket.Declines == Ticket.ManyDeclines)
        {
            ticket.WaitClass.CountDeclinedOften();
        }

        Offering.CoolDown(state, ticket, agent);
        Offering.End(state, ticket, agent, OfferEnd.Declined, command.Cause);
        if (ticket.Declines is Ticket.ManyDeclines or Escalations.Declines)
        {
            state.Emit(ticket, new DeclinedOften(ticket.Id, ticket.Declines), detail: $"{ticket.Declines}");
        }

        List<Agent> free = [agent];
        if (ticket.Declines == Escalations.Declines)
        {
            free.AddRange(Escalations.Apply(state, ticket));
        }

        if (ticket.Broadcast is not null)
        {
            Dispatch.Feed(state, agent);
            return Outcome.Done(ticket.State);
        }

        PersonalWaits.End(state, ticket);
        Queueing.OpenPassedSteps(state, ticket);
        Queueing.PutInLane(state, ticket);
        Dispatch.PlaceInTurn(state, ticket);
        Dispatch.FeedTogether(state, free);
        return Outcome.Done(ticket.State);
    }
}
