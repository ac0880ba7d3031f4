using Router.Engine.Agents;
using Router.Engine.Persistence;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>An agent as he is now.</summary>
internal static class AgentViews
{
    public static AgentView Of(WorkspaceState state, Agent agent) => new(
        Saving.ToRecord(state, agent),
        ActivityOf(agent),
        agent.Load.LiveUnits + agent.Load.InterruptibleUnits,
        [.. agent.Tickets.Select(Saving.ToRecord)],
        [.. agent.PeerOffers.Select(Saving.ToRecord)],
        [.. agent.Joined.Select(Saving.ToRecord)]);

    public static Activity ActivityOf(Agent agent) => agent switch
    {
        { IsSignedIn: false, Tickets.Length: 0 } => Activity.Unspecified,
        { Load.Assigned: > 0 } => Activity.Handling,
        { Load.WrappingUp: > 0 } => Activity.WrappingUp,
        { Load.Offers: > 0 } => Activity.Offered,
        { IsResting: true } => Activity.Resting,
        _ => Activity.Idle,
    };
}
