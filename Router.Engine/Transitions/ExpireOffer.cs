using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An offer's time to live is over: the ticket goes back to its place; too many in a row send the agent away.</summary>
internal static class ExpireOffer
{
    public static void Run(WorkspaceState state, Ticket ticket)
    {
        var agent = ticket.Agent!;
        var channel = ticket.Channel;
        Offering.CoolDown(state, ticket, agent);
        Offering.End(state, ticket, OfferEnd.Missed);
        PersonalWaits.End(state, ticket);
        Queueing.OpenPassedSteps(state, ticket);
        Queueing.PutInLane(state, ticket);
        List<Ticket> back = [ticket];
        agent.Missed[channel.Index]++;
        state.MarkChanged(agent);
        if (channel.Policy.MissedLimit > 0 && agent.Missed[channel.Index] >= channel.Policy.MissedLimit)
        {
            back.AddRange(Presences.Set(state, agent, Presence.Away, WorkspacePolicy.NoAnswer, set: null, bySystem: true));
        }

        Dispatch.PlaceAll(state, back);
        Dispatch.Feed(state, agent);
    }
}
