using Router.Engine.State;

namespace Router.Engine.Tests.Matching;

/// <summary>Ranks never contradict the keys that they stand for, however far a value is out of what they hold.</summary>
public sealed class AgentRankTests
{
    private static readonly int[] Loads = [int.MinValue, -1, 0, 1, 500_000, 1_000_000, (1 << 20) - 2, (1 << 20) - 1, 1 << 20, int.MaxValue];
    private static readonly long[] Times = [0, 1, 63, 64, 1_800_000_000_000, 1_800_000_000_001, (1L << 44) - 1, 1L << 44, long.MaxValue];
    private static readonly int[] Tickets = [0, 1, 2, 62, 63, 64, 1_000];

    [Fact]
    public void Ranks_FollowTheOrderOfTheKeys()
    {
        var agents = (from load in Loads from time in Times from tickets in Tickets select With(load, time, tickets)).ToList();

        AssertFollows(agents.OrderBy(a => a.IdleKey), rank => rank.Idle);
        AssertFollows(agents.OrderBy(a => a.FewestKey), rank => rank.Fewest);
    }

    private static void AssertFollows(IEnumerable<Agent> inOrder, Func<AgentRank, ulong> rankOf)
    {
        var ranks = inOrder.Select(a => rankOf(AgentRank.Of(a))).ToList();
        Assert.Equal(ranks.Order(), ranks);
        Assert.True(ranks.Distinct().Count() > Loads.Length);
    }

    private static Agent With(int load, long idleSince, int tickets) => new()
    {
        IdleKey = new IdleKey(load, idleSince, RarestLanguage: 0, AgentId: "ann", Slot: 0),
        TicketsListed = tickets,
    };
}
