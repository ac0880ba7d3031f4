using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The usual strategy: the first of the idle, in the order of <see cref="IdleKey"/>.</summary>
internal sealed class LongestIdle : Selection
{
    public static readonly LongestIdle Instance = new();

    public override string Name => QueuePolicy.LongestIdle;

    public override Agent? First(WorkspaceState state, Ticket ticket)
    {
        var eligible = ticket.Lane.Eligible;
        return IdleSearch.First(state, ticket, eligible, eligible.Count, state.Idle, static a => a.IdleKey);
    }
}
