using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The fewest tickets in hand, whatever they cost; of equals the longest idle.</summary>
internal sealed class LeastLoaded : Selection
{
    public override string Name => QueuePolicy.LeastLoaded;

    public override Agent? First(WorkspaceState state, Ticket ticket)
    {
        var eligible = ticket.Lane.Eligible;
        return IdleSearch.First(state, ticket, eligible, eligible.Count, state.Selecting.Fewest!, static a => a.FewestKey);
    }
}
