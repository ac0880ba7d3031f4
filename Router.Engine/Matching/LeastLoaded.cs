using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The fewest tickets in hand, whatever they cost; of equals the longest idle.</summary>
internal sealed class LeastLoaded : Selection
{
    public override string Name => QueuePolicy.LeastLoaded;

    public override Agent? First(WorkspaceState state, Ticket ticket) =>
        IdleSearch.First<ByFewest, FewestKey>(state, ticket, state.Selecting.Fewest!, state.Selecting.FewestMarks, ref ticket.Lane.FewestMark);
}
