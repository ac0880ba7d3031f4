using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>What an agent on demand may be given: one ticket for each time he asks. The caller works out anew what he is ready for.</summary>
internal static class Credits
{
    /// <summary>How long he waits for it, in ms.</summary>
    public const long LastsMs = 300_000;

    public static void Open(WorkspaceState state, Agent agent) => Set(state, agent, state.Now + LastsMs);

    /// <summary>He is given a ticket, waited long enough, or is on demand no longer.</summary>
    public static void Close(WorkspaceState state, Agent agent)
    {
        if (agent.TakeUntil > 0)
        {
            Set(state, agent, 0);
        }
    }

    /// <summary>An offer that was not ended by him, nor by what he is, is made good.</summary>
    public static void GiveBack(WorkspaceState state, Agent agent, OfferEnd end)
    {
        if (agent is { Presence: Presence.OnDemand, NextPresence: Presence.Unspecified }
            && end is not (OfferEnd.Declined or OfferEnd.Missed or OfferEnd.PresenceChanged or OfferEnd.SignedOut))
        {
            Open(state, agent);
        }
    }

    private static void Set(WorkspaceState state, Agent agent, long until)
    {
        agent.TakeUntil = until;
        state.MarkChanged(agent);
        state.Emit(new TakeChanged(agent.Id, until));
    }
}
