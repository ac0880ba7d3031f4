using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>
/// Looks for the first of some agents in an order: along the list, where he is soon found unless those who fit are few or far behind, then among
/// all who fit.
/// </summary>
internal static class IdleSearch
{
    /// <summary>Agents of the list who are looked at, for each so many who fit one more: that takes as long as to look at the ranks of all who fit.</summary>
    private const int FirstTries = 16;
    private const int FittingForOneTry = 16;

    /// <summary>How many agents of a list to look at before all those who come into question.</summary>
    public static int TriesFor(SlotSet among) => FirstTries + (among.Count / FittingForOneTry);

    /// <summary>The first who is ready for the ticket, among these, and not kept from it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="among">Who comes into question.</param>
    /// <param name="listed">All agents who are ready for something, in order.</param>
    public static Agent? First<TOrder, TKey>(WorkspaceState state, Ticket ticket, SlotSet among, OrderedList<TKey, Agent> listed)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey>
    {
        var ready = ticket.Channel.Ready;
        var tries = TriesFor(among);
        for (var agents = listed.GetEnumerator(); agents.MoveNext();)
        {
            var slot = agents.CurrentKey.Slot;
            if (ready.Has(slot) && among.Has(slot) && Exclusions.Allow(state, agents.Current, ticket))
            {
                return agents.Current;
            }

            if (--tries == 0)
            {
                return Least<TOrder, TKey>(state, ticket, among);
            }
        }

        return null;
    }

    private static Agent? Least<TOrder, TKey>(WorkspaceState state, Ticket ticket, SlotSet among)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey>
    {
        Agent? first = null;
        var least = ulong.MaxValue;
        var ranks = state.AgentRanks;
        foreach (var slot in SlotSet.And(ticket.Channel.Ready, among))
        {
            var rank = TOrder.RankOf(ranks[slot]);
            if (rank > least)
            {
                continue;
            }

            var agent = state.AgentSlots[slot]!;
            if ((first is null || rank < least || TOrder.KeyOf(agent).CompareTo(TOrder.KeyOf(first)) < 0) && Exclusions.Allow(state, agent, ticket))
            {
                (first, least) = (agent, rank);
            }
        }

        return first;
    }
}
