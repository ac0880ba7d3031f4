using Router.Engine.Collections;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>Each in turn, in the order of registration: the next after the one who was last given a ticket of the queue.</summary>
internal sealed class RoundRobin : Selection
{
    public override string Name => QueuePolicy.RoundRobin;

    public override Agent? First(WorkspaceState state, Ticket ticket)
    {
        var last = state.Selecting.Cursors.Of(ticket.Content.Queue);
        var ring = state.Selecting.Ring!;
        var left = IdleSearch.TriesFromMark(ticket.Lane.Eligible);
        for (var agents = ring.From(new RingKey(last + 1, Slot: 0)); agents.MoveNext();)
        {
            if (Suits(state, agents, ticket))
            {
                return agents.Current;
            }

            if (--left == 0)
            {
                return AmongEligible(state, ticket, last);
            }
        }

        for (var agents = ring.GetEnumerator(); agents.MoveNext();)
        {
            if (agents.CurrentKey.Number > last)
            {
                return null;
            }

            if (Suits(state, agents, ticket))
            {
                return agents.Current;
            }

            if (--left == 0)
            {
                return AmongEligible(state, ticket, last);
            }
        }

        return null;
    }

    public override void Given(WorkspaceState state, Ticket ticket, Agent agent) =>
        state.Selecting.Cursors.Set(ticket.Content.Queue, agent.Number);

    private static bool Suits(WorkspaceState state, OrderedList<RingKey, Agent>.Enumerator agents, Ticket ticket)
    {
        var slot = agents.CurrentKey.Slot;
        return ticket.Lane.Eligible.Has(slot) && ticket.Channel.Ready.Has(slot) && Exclusions.Allow(state, agents.Current, ticket);
    }

    private static Agent? AmongEligible(WorkspaceState state, Ticket ticket, long last)
    {
        Agent? next = null;
        foreach (var slot in SlotSet.And(ticket.Channel.Ready, ticket.Lane.Eligible))
        {
            if (next is null || IsSooner(state.AgentRanks[slot].Number, next.Number, last))
            {
                var agent = state.AgentSlots[slot]!;
                next = Exclusions.Allow(state, agent, ticket) ? agent : next;
            }
        }

        return next;
    }

    private static bool IsSooner(long left, long right, long last) => left > last == right > last ? left < right : left > last;
}
