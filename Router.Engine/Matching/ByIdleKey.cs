using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The order of <see cref="IdleKey"/>. A structure, so that comparing is compiled into the search.</summary>
internal readonly struct ByIdleKey : IIdleOrder<IdleKey>
{
    public static IdleKey KeyOf(Agent agent) => agent.IdleKey;

    public static ulong RankOf(in AgentRank rank) => rank.Idle;
}
