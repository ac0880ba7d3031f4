using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The order of <see cref="IdleKey"/>. A structure, so that comparing is compiled into the search.</summary>
internal readonly struct ByIdleKey : IIdleOrder<IdleKey>
{
    public static IdleKey KeyOf(Agent agent) => agent.IdleKey;

    public static int Compare(in AgentRank left, in AgentRank right)
    {
        var order = left.LoadPartsPerMillion.CompareTo(right.LoadPartsPerMillion);
        return order != 0 ? order : left.IdleSince.CompareTo(right.IdleSince);
    }
}
