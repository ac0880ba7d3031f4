using Router.Engine.Agents;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>All registered agents as they are now, by id.</summary>
internal static class LiveAgentQuery
{
    public static List<LiveAgent> Agents(WorkspaceState state) =>
        [.. state.Agents.InOrder.Select(a => Of(state, a))];

    public static AgentMoment Moment(Agent agent)
    {
        var activity = AgentViews.ActivityOf(agent);
        return new AgentMoment(agent.Presence, agent.PresenceReason, agent.PresenceSince, activity, SinceOf(agent, activity));
    }

    public static LiveAgent Of(WorkspaceState state, Agent agent)
    {
        var activity = AgentViews.ActivityOf(agent);
        return new LiveAgent(
            agent.Id,
            agent.Profile.Name,
            agent.Profile.Team,
            agent.Presence,
            agent.PresenceReason,
            agent.PresenceSince,
            activity,
            SinceOf(agent, activity),
            agent.IsSignedIn && !agent.HasLiveSession,
            agent.SigningOut || agent.IsDraining,
            agent.Load.Offers,
            agent.Load.Assigned,
            agent.Load.WrappingUp,
            agent.Load.LiveUnits + agent.Load.InterruptibleUnits,
            Readiness.TotalOf(state, agent));
    }

    private static long SinceOf(Agent agent, Activity activity) => activity switch
    {
        Activity.Handling => Oldest(agent, TicketState.Assigned),
        Activity.WrappingUp => Oldest(agent, TicketState.WrappingUp),
        Activity.Offered => Oldest(agent, TicketState.Offered),
        Activity.Idle or Activity.Resting => Math.Max(agent.IdleSince, agent.SignedInAt),
        _ => 0,
    };

    private static long Oldest(Agent agent, TicketState state)
    {
        var oldest = long.MaxValue;
        foreach (var ticket in agent.Tickets)
        {
            oldest = ticket.State == state ? Math.Min(oldest, ticket.StateSince) : oldest;
        }

        foreach (var ticket in agent.PeerOffers)
        {
            oldest = state == TicketState.Offered ? Math.Min(oldest, ticket.PeerOffer!.MadeAt) : oldest;
        }

        foreach (var ticket in agent.Joined)
        {
            oldest = state == TicketState.Assigned ? Math.Min(oldest, ticket.ParticipantOf(agent)!.JoinedAt) : oldest;
        }

        return oldest;
    }
}
