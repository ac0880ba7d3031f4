using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>An order of idle agents in which one of them is looked for.</summary>
internal interface IIdleOrder<out TKey>
{
    /// <summary>The place of an agent in it.</summary>
    static abstract TKey KeyOf(Agent agent);

    /// <summary>The same order as far as ranks tell: 0 leaves it to the keys.</summary>
    static abstract int Compare(in AgentRank left, in AgentRank right);
}
