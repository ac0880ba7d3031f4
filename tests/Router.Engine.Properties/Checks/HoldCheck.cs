using Router.Engine.Agents;
using Router.Engine.Records;

namespace Router.Engine.Properties.Checks;

/// <summary>Exclusive work does not starve: each waiting exclusive ticket holds an agent at concurrent work, if there is one for it.</summary>
internal static class HoldCheck
{
    public static void Run(Snapshot now)
    {
        if (!now.IsSettled)
        {
            return;
        }

        foreach (var ticket in now.Queued.Where(t => t.HeldAgentId.Length > 0))
        {
            var agent = now.Agents.First(a => a.Profile.Id == ticket.HeldAgentId);
            Broken.If(!Rulebook.IsExclusive(now.Policy, ticket), $"{ticket.Id} is not exclusive and holds {ticket.HeldAgentId}.");
            Broken.If(!Suits(now, agent, ticket), $"{ticket.Id} holds {ticket.HeldAgentId}, who could not be given it when empty.");
            Broken.If(ticket.HoldSpent, $"{ticket.Id} holds an agent a second time.");
        }

        foreach (var ticket in now.Queued)
        {
            var free = Candidates(now, ticket).FirstOrDefault();
            Broken.If(free is not null, $"{ticket.Id} waits and holds nobody, though {free?.Profile.Id} could be held.");
        }
    }

    /// <summary>Agents at concurrent work who could be held for the ticket; none when it holds or held one.</summary>
    public static IEnumerable<AgentRecord> Candidates(Snapshot now, TicketRecord ticket) =>
        Rulebook.IsExclusive(now.Policy, ticket) && ticket is { HeldAgentId: "", HoldSpent: false }
            ? now.Agents.Where(a => now.HeldFor(a.Profile.Id) is null && AtConcurrentWork(now, a) && Suits(now, a, ticket))
            : [];

    private static bool AtConcurrentWork(Snapshot now, AgentRecord agent)
    {
        var live = now.InHand(agent.Profile.Id).Where(t => Rulebook.IsLive(now.Policy, t)).ToList();
        return live.Count > 0 && !live.Exists(t => Rulebook.IsExclusive(now.Policy, t));
    }

    private static bool Suits(Snapshot now, AgentRecord agent, TicketRecord ticket) =>
        agent.Presence == Presence.Available
        && Rulebook.TakesWork(agent, ticket.Content.Channel)
        && Rulebook.ServesNow(now.Policy, agent, ticket)
        && !Rulebook.IsCooling(ticket, agent.Profile.Id);
}
