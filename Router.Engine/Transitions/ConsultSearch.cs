using Router.Engine.Events;
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
        var agent = First(state, like, [.. own, .. Refusers(state, ticket, content.Queue)]) ?? First(state, like, own);
        if (agent is not null)
        {
            Selections.Of(state, like).Given(state, like, agent);
        }

        return agent;
    }

    /// <summary>Who declined or missed it within the queue's cool-down.</summary>
    private static IEnumerable<string> Refusers(WorkspaceState state, Ticket ticket, string queue)
    {
        var since = state.Now - (state.Queues[queue].CooldownSeconds * 1_000L);
        return ticket.History
            .Where(e => e.Kind == FactKind.ConsultOfferEnded && e.At > since && e.Detail.Split(' ', ':')[1] is nameof(OfferEnd.Declined) or nameof(OfferEnd.Missed))
            .Select(e => e.AgentId);
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
