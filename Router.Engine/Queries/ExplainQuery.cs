using Router.Engine.Persistence;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>Explains an open ticket. What it costs depends on its agents and on the lanes, not on how many tickets wait.</summary>
internal static class ExplainQuery
{
    public static Explanation Of(WorkspaceState state, Ticket ticket, Agent? agent)
    {
        var (ahead, count) = AheadQuery.Of(state, ticket);
        return new Explanation(
            Saving.ToRecord(ticket),
            Places.Of(state, ticket),
            state.Now,
            StepStaffingQuery.Of(state, ticket),
            ahead,
            count,
            agent is null ? null : AgentStandingQuery.Of(state, ticket, agent));
    }
}
