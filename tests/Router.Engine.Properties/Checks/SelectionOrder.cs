using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Records;

namespace Router.Engine.Properties.Checks;

/// <summary>The order in which a queue's strategy takes agents, said once more.</summary>
internal sealed class SelectionOrder
{
    private const int PartsPerMillion = 1_000_000;

    private readonly Dictionary<string, long> _last = [];

    /// <summary>Whose turn it is no longer counts in queues that do not give work in turn.</summary>
    public void Forget(WorkspacePolicy policy)
    {
        foreach (var name in _last.Keys.Where(n => policy.Queues.FirstOrDefault(q => q.Name == n)?.Selection != QueuePolicy.RoundRobin).ToList())
        {
            _last.Remove(name);
        }
    }

    /// <summary>The agent was given the ticket.</summary>
    public void Given(Snapshot now, string ticketId, string agentId)
    {
        var ticket = now.Moment.Saved.Open.GetValueOrDefault(ticketId) ?? now.Moment.Saved.Closed[ticketId];
        if (now.Agents.FirstOrDefault(a => a.Profile.Id == agentId) is { } agent)
        {
            GivenIn(now, ticket.Content.Queue, agent);
        }
    }

    /// <summary>The agent was given a ticket of the queue, or asked to join one: in a queue that gives work in turn, either takes his turn.</summary>
    public void GivenIn(Snapshot now, string queue, AgentRecord agent)
    {
        if (now.Policy.Queues.First(q => q.Name == queue).Selection == QueuePolicy.RoundRobin)
        {
            _last[queue] = agent.Number;
        }
    }

    /// <summary>Whether the left agent comes before the right one for the ticket.</summary>
    public bool IsFirst(
        Snapshot now, TicketRecord ticket, (AgentRecord Agent, List<TicketRecord> InHand) left, (AgentRecord Agent, List<TicketRecord> InHand) right)
    {
        var order = SelectionOf(now, ticket) switch
        {
            QueuePolicy.BestFit => Fit(Rulebook.InSession(right.Agent), ticket).CompareTo(Fit(Rulebook.InSession(left.Agent), ticket)),
            QueuePolicy.LeastLoaded => left.InHand.Count.CompareTo(right.InHand.Count),
            QueuePolicy.RoundRobin => Turn(ticket, left.Agent).CompareTo(Turn(ticket, right.Agent)),
            _ => 0,
        };
        return order != 0 ? order < 0 : IsLongerIdle(now, left, right);
    }

    public static string SelectionOf(Snapshot now, TicketRecord ticket) => now.Policy.Queues.First(q => q.Name == ticket.Content.Queue).Selection;

    private static (int Skills, int Language) Fit(AgentProfile profile, TicketRecord ticket) => (
        ticket.Steps[0].Requirement.Skills.Sum(s => profile.Skills.GetValueOrDefault(s.Name)),
        ticket.Steps.Take(ticket.Step + 1)
            .SelectMany(s => s.Requirement.Languages)
            .Select(l => (l.MinLevel, Level: Rulebook.LanguageLevel(profile, l.Tag)))
            .Where(l => l.Level >= l.MinLevel)
            .Select(l => l.Level)
            .DefaultIfEmpty(0)
            .Max());

    private (bool HasHadHisTurn, long Number) Turn(TicketRecord ticket, AgentRecord agent) =>
        (agent.Number <= _last.GetValueOrDefault(ticket.Content.Queue), agent.Number);

    /// <summary>Lowest load ratio, longest since the last ticket ended, the more common of the rarest languages, id.</summary>
    public static bool IsLongerIdle(Snapshot now, (AgentRecord Agent, List<TicketRecord> InHand) left, (AgentRecord Agent, List<TicketRecord> InHand) right)
    {
        var order = LoadOf(now, left).CompareTo(LoadOf(now, right));
        order = order != 0 ? order : left.Agent.IdleSince.CompareTo(right.Agent.IdleSince);
        order = order != 0 ? order : RarestLanguage(now, right.Agent).CompareTo(RarestLanguage(now, left.Agent));
        return order != 0 ? order < 0 : string.CompareOrdinal(left.Agent.Profile.Id, right.Agent.Profile.Id) < 0;
    }

    private static long LoadOf(Snapshot now, (AgentRecord Agent, List<TicketRecord> InHand) of) =>
        (long)Rulebook.Units(now.Policy, of.Agent.Profile, of.InHand) * PartsPerMillion / Rulebook.Total(now.Policy, of.Agent.Profile);

    private static int RarestLanguage(Snapshot now, AgentRecord agent) =>
        agent.Profile.Languages.Keys.Select(l => now.Agents.Count(a => a.Profile.Languages.ContainsKey(l))).DefaultIfEmpty(int.MaxValue).Min();
}
