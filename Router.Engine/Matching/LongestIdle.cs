using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The usual strategy: the first of the idle, in the order of <see cref="IdleKey"/>.</summary>
internal sealed class LongestIdle : Selection
{
    public static readonly LongestIdle Instance = new();

    public override string Name => QueuePolicy.LongestIdle;

    public override Agent? First(WorkspaceState state, Ticket ticket) =>
        IdleSearch.First<ByIdleKey, IdleKey>(state, ticket, state.Selecting.Idle!, state.Selecting.IdleMarks, ref ticket.Lane.IdleMark);
}
