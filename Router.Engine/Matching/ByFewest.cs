using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The order of <see cref="FewestKey"/>. A structure, so that comparing is compiled into the search.</summary>
internal readonly struct ByFewest : IIdleOrder<FewestKey>
{
    public static FewestKey KeyOf(Agent agent) => agent.FewestKey;

    public static ulong RankOf(in AgentRank rank) => rank.Fewest;
}
