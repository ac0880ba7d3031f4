using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>An order of idle agents in which one of them is looked for.</summary>
internal interface IIdleOrder<out TKey>
{
    /// <summary>The place of an agent in it.</summary>
    static abstract TKey KeyOf(Agent agent);

    /// <summary>His place as far as ranks tell: of equal ones the keys do.</summary>
    static abstract ulong RankOf(in AgentRank rank);
}
