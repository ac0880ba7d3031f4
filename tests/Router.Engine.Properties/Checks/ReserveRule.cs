using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>Who is kept free for another queue and channel, said once more.</summary>
internal static class ReserveRule
{
    /// <summary>Whether an agent is one of those whom a reserve keeps from a ticket, with all as they are now.</summary>
    public static bool Keeps(Snapshot now, AgentRecord agent, TicketRecord ticket) => Keeps(now, now.Agents, a => [.. now.InHand(a.Profile.Id)], agent, ticket);

    /// <summary>Whether an agent is one of those whom a reserve keeps from a ticket.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="agents">All agents.</param>
    /// <param name="inHand">What an agent has in hand.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="ticket">The ticket.</param>
    public static bool Keeps(Snapshot now, IReadOnlyList<AgentRecord> agents, Func<AgentRecord, List<TicketRecord>> inHand, AgentRecord agent, TicketRecord ticket)
    {
        var isPersonal = ticket is { WantedUntil: > 0, State: not (TicketState.Parked or TicketState.Scheduled) };
        return Rulebook.IsLive(now.Policy, ticket) && !isPersonal && now.Policy.Queues.Any(q => q.Channels.Any(c =>
            c.Reserve > 0
            && !(q.Name == ticket.Steps[0].Requirement.Queue && c.Channel == ticket.Content.Channel)
            && IsFree(now, inHand, agent, q.Name, c.Channel)
            && agents.Count(a => IsFree(now, inHand, a, q.Name, c.Channel)) <= c.Reserve));
    }

    private static bool IsFree(Snapshot now, Func<AgentRecord, List<TicketRecord>> inHand, AgentRecord agent, string queue, string channel)
    {
        var tickets = inHand(agent);
        var (cost, max) = Rulebook.Capacity(now.Policy, agent.Profile, channel);
        return Rulebook.TakesWork(agent, channel)
            && (agent.Profile.Queues.Count == 0 || agent.Profile.Queues.Contains(queue))
            && max > 0 && cost <= Rulebook.Total(now.Policy, agent.Profile)
            && !tickets.Exists(t => Rulebook.IsLive(now.Policy, t))
            && Rulebook.HasRoom(now.Policy, agent.Profile, tickets, channel);
    }
}
