using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>Who gets a ticket: the first idle agent, in the order of <see cref="IdleKey"/>, who is ready and may serve it.</summary>
internal static class AgentSearch
{
    /// <summary>Idle agents tried in order at the least, before the eligible ones are looked through: whichever is shorter.</summary>
    private const int FirstTries = 32;

    public static Agent? For(WorkspaceState state, Ticket ticket)
    {
        var ready = ticket.Channel.Ready;
        var eligible = ticket.Lane.Eligible;
        if (ready.Count == 0 || eligible.Count == 0 || ticket.ExpiresAt <= state.Now)
        {
            return null;
        }

        state.OrderIdle();
        var tries = 0;
        foreach (var agent in state.Idle)
        {
            if (ready.Has(agent.Slot) && eligible.Has(agent.Slot) && Exclusions.Allow(agent, ticket))
            {
                return agent;
            }

            if (++tries >= Math.Max(FirstTries, eligible.Count))
            {
                return AmongEligible(state, ticket);
            }
        }

        return null;
    }

    private static Agent? AmongEligible(WorkspaceState state, Ticket ticket)
    {
        Agent? first = null;
        foreach (var slot in SlotSet.And(ticket.Channel.Ready, ticket.Lane.Eligible))
        {
            var agent = state.AgentSlots[slot]!;
            if ((first is null || agent.IdleKey.CompareTo(first.IdleKey) < 0) && Exclusions.Allow(agent, ticket))
            {
                first = agent;
            }
        }

        return first;
    }
}
