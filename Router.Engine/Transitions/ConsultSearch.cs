using Router.Engine.Lanes;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// Who of a queue is asked to join a ticket: whom the queue's selection would give a ticket that asks for this now. Who did not join it when he was
/// asked a moment ago comes last.
/// </summary>
internal static class ConsultSearch
{
    public static Agent? For(WorkspaceState state, Ticket ticket, TicketContent content)
    {
        var plan = LaneMap.PlanFor(state, content, state.Queues[content.Queue]);
        var like = new Ticket(ticket.Id, ticket.Counter, content)
        {
            Channel = ticket.Channel,
            Plan = plan,
            WaitClass = ticket.WaitClass,
            DueAt = ticket.DueAt,
        };
        List<string> own = [ticket.Agent!.Id, .. ticket.Participants.Select(p => p.Agent.Id)];
        var agent = First(state, like, [.. own, .. ticket.Cooldowns.Where(c => c.Until > state.Now).Select(c => c.AgentId)]) ?? First(state, like, own);
        if (agent is not null)
        {
            Selections.Of(state, content).Given(state, like, agent);
        }

        return agent;
    }

    /// <summary>In the first of the queue's steps in which somebody else is free.</summary>
    private static Agent? First(WorkspaceState state, Ticket like, IEnumerable<string> without)
    {
        like.Cooldowns = [.. without.Select(id => new Cooldown(id, long.MaxValue))];
        for (like.Step = 0; like.Step < like.Plan.Steps.Length; like.Step++)
        {
            while (AgentSearch.For(state, like) is { } agent)
            {
                if (PeerCheck.CanBeAsked(agent))
                {
                    return agent;
                }

                like.Cooldowns = [.. like.Cooldowns, new Cooldown(agent.Id, long.MaxValue)];
            }
        }

        return null;
    }
}
