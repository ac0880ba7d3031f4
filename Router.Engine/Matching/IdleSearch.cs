using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>
/// Looks for the first of some agents in an order: along the list, where he is soon found unless those who fit are few or far behind; then from the
/// mark, before which nobody fits, if there is one; then among all who fit.
/// </summary>
internal static class IdleSearch
{
    /// <summary>Agents of the list who are looked at, for each so many who fit one more: that takes as long as to look at the ranks of all who fit.</summary>
    private const int FirstTries = 16;
    private const int FittingForOneTry = 16;
    private const int FittingForOneTryFromMark = 4;

    /// <summary>How many agents of a list to look at before all those who come into question.</summary>
    private static int TriesFor(SlotSet among) => FirstTries + (among.Count / FittingForOneTry);

    /// <summary>The same from the mark on, behind which those who fit are no longer far.</summary>
    public static int TriesFromMark(SlotSet among) => FirstTries + among.Words.Length + (among.Count / FittingForOneTryFromMark);

    /// <summary>The first who is ready for the ticket, among these, and not kept from it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="among">Who comes into question.</param>
    /// <param name="listed">All agents who are ready for something, in order.</param>
    public static Agent? First<TOrder, TKey>(WorkspaceState state, Ticket ticket, SlotSet among, OrderedList<TKey, Agent> listed)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey>
    {
        var none = default(SearchMark<TKey>);
        return First<TOrder, TKey>(state, ticket, among, listed, marks: null, ref none);
    }

    /// <summary>The first who is ready for the ticket, may serve its lane, and is not kept from it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="listed">All agents who are ready for something, in order.</param>
    /// <param name="marks">Which marks of this order hold.</param>
    /// <param name="mark">The lane's; moved on.</param>
    public static Agent? First<TOrder, TKey>(
        WorkspaceState state, Ticket ticket, OrderedList<TKey, Agent> listed, SearchMarks<TKey> marks, ref SearchMark<TKey> mark)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey> =>
        First<TOrder, TKey>(state, ticket, ticket.Lane.Eligible, listed, marks, ref mark);

    private static Agent? First<TOrder, TKey>(
        WorkspaceState state, Ticket ticket, SlotSet among, OrderedList<TKey, Agent> listed, SearchMarks<TKey>? marks, ref SearchMark<TKey> mark)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey>
    {
        var ready = ticket.Channel.Ready;
        var isMarked = marks is not null && marks.Hold(mark);
        var isAtMark = false;
        var tries = isMarked ? FirstTries : TriesFor(among);
        var agents = listed.GetEnumerator();
        while (agents.MoveNext())
        {
            var slot = agents.CurrentKey.Slot;
            if (among.Has(slot) && ready.Has(slot))
            {
                if (isAtMark)
                {
                    mark = marks!.At(agents.CurrentKey);
                    isAtMark = false;
                }

                if (Exclusions.Allow(state, agents.Current, ticket))
                {
                    return agents.Current;
                }
            }

            if (--tries > 0)
            {
                continue;
            }

            if (!isMarked)
            {
                return Least<TOrder, TKey>(state, ticket, among, marks, ref mark);
            }

            agents = listed.From(mark.Key);
            tries = TriesFromMark(among);
            (isMarked, isAtMark) = (false, true);
        }

        return null;
    }

    // Who is kept from the ticket is looked at for the first alone, and for each only if that one is: he who is may still be the first for others.
    private static Agent? Least<TOrder, TKey>(WorkspaceState state, Ticket ticket, SlotSet among, SearchMarks<TKey>? marks, ref SearchMark<TKey> mark)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey>
    {
        var first = Least<TOrder, TKey>(state, ticket, among, isAllowed: false);
        if (first is not null && marks is not null)
        {
            mark = marks.At(TOrder.KeyOf(first));
        }

        return first is null || Exclusions.Allow(state, first, ticket) ? first : Least<TOrder, TKey>(state, ticket, among, isAllowed: true);
    }

    private static Agent? Least<TOrder, TKey>(WorkspaceState state, Ticket ticket, SlotSet among, bool isAllowed)
        where TOrder : IIdleOrder<TKey>
        where TKey : struct, ISlotKey, IComparable<TKey>
    {
        var first = -1;
        var least = ulong.MaxValue;
        var ranks = state.AgentRanks;
        var agents = state.AgentSlots;
        foreach (var slot in SlotSet.And(ticket.Channel.Ready, among))
        {
            var rank = TOrder.RankOf(ranks[slot]);
            if (rank > least)
            {
                continue;
            }

            if ((first < 0 || rank < least || TOrder.KeyOf(agents[slot]!).CompareTo(TOrder.KeyOf(agents[first]!)) < 0)
                && (!isAllowed || Exclusions.Allow(state, agents[slot]!, ticket)))
            {
                (first, least) = (slot, rank);
            }
        }

        return first < 0 ? null : agents[first];
    }
}
