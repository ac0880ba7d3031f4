using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>
/// An offer's time to live is over: the ticket goes back to its place; too many in a row send the agent away. Nobody is blamed for one that
/// was made to several.
/// </summary>
internal static class ExpireOffer
{
    public static void Run(WorkspaceState state, Ticket ticket)
    {
        if (ticket.Broadcast is { MadeTo: > 1 } broadcast)
        {
            foreach (var offer in broadcast.Open)
            {
                Offering.CoolDown(state, ticket, offer.Agent);
            }

            var free = Offering.EndAll(state, ticket, OfferEnd.Unanswered);
            PersonalWaits.End(state, ticket);
            Offering.PutBack(state, ticket);
            Dispatch.PlaceAll(state, [ticket]);
            Dispatch.FeedTogether(state, free);
            return;
        }

        Miss(state, ticket, ticket.Agent ?? ticket.Broadcast!.Open[0].Agent);
    }

    private static void Miss(WorkspaceState state, Ticket ticket, Agent agent)
    {
        var channel = ticket.Channel;
        Offering.CoolDown(state, ticket, agent);
        Offering.End(state, ticket, agent, OfferEnd.Missed);
        PersonalWaits.End(state, ticket);
        Offering.PutBack(state, ticket);
        Dispatch.PlaceAll(state, [ticket, .. CountMiss(state, agent, channel)]);
        Dispatch.Feed(state, agent);
    }

    /// <summary>One more offer of the channel that the agent did not answer: too many in a row send him away.</summary>
    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> CountMiss(WorkspaceState state, Agent agent, ChannelSlot channel)
    {
        var missed = agent.MissedOf(channel) + 1;
        agent.Miss(channel, missed);
        state.MarkChanged(agent);
        return channel.Policy.MissedLimit > 0 && missed >= channel.Policy.MissedLimit
            ? Presences.Set(state, agent, Presence.Away, WorkspacePolicy.NoAnswer, set: null, bySystem: true)
            : [];
    }
}
