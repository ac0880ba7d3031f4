using Router.Engine.Collections;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The highest levels in the skills asked for, then the best language; of equals the longest idle.</summary>
internal sealed class BestFit : Selection
{
    public override string Name => QueuePolicy.BestFit;

    public override Agent? First(WorkspaceState state, Ticket ticket)
    {
        var tiers = Fits.Of(state, ticket.Lane);
        for (var i = 0; i < tiers.Count; i++)
        {
            if (SlotSet.Overlap(ticket.Channel.Ready, tiers[i]) && IdleSearch.First<ByIdleKey, IdleKey>(state, ticket, tiers[i], state.Selecting.Idle!) is { } agent)
            {
                return agent;
            }
        }

        return null;
    }
}
