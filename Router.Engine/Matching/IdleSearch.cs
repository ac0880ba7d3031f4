using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>Looks for the first of some agents in an order: along the list, or through the agents, whichever is shorter.</summary>
internal static class IdleSearch
{
    /// <summary>Agents tried in order at the least, before the eligible ones are looked through.</summary>
    public const int FirstTries = 32;

    /// <summary>The first who is ready for the ticket, among these, and not kept from it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="among">Who comes into question.</param>
    /// <param name="most">How many of them there are at most.</param>
    /// <param name="order">All agents who are ready for something, in order.</param>
    /// <param name="keyOf">The place of an agent in it.</param>
    public static Agent? First<TKey>(
        WorkspaceState state, Ticket ticket, SlotSet among, int most, OrderedList<TKey, Agent> order, Func<Agent, TKey> keyOf)
        where TKey : struct, IComparable<TKey>
    {
        var ready = ticket.Channel.Ready;
        var tries = 0;
        foreach (var agent in order)
        {
            if (ready.Has(agent.Slot) && among.Has(agent.Slot) && Exclusions.Allow(state, agent, ticket))
            {
                return agent;
            }

            if (++tries >= Math.Max(FirstTries, most))
            {
                return Least(state, ticket, among, keyOf);
            }
        }

        return null;
    }

    private static Agent? Least<TKey>(WorkspaceState state, Ticket ticket, SlotSet among, Func<Agent, TKey> keyOf)
        where TKey : struct, IComparable<TKey>
    {
        Agent? first = null;
        foreach (var slot in SlotSet.And(ticket.Channel.Ready, among))
        {
            var agent = state.AgentSlots[slot]!;
            if ((first is null || keyOf(agent).CompareTo(keyOf(first)) < 0) && Exclusions.Allow(state, agent, ticket))
            {
                first = agent;
            }
        }

        return first;
    }
}
