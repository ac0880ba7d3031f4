using Router.Engine.Agents;
using Router.Engine.Events;

namespace Router.Simulator.Counting;

/// <summary>When agents were there and had work, out of the facts.</summary>
/// <param name="figures">Takes their times.</param>
/// <param name="spans">The intervals.</param>
internal sealed class StaffClock(RunFigures figures, Spans spans)
{
    private readonly Dictionary<string, Standing> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Hears a fact.</summary>
    /// <param name="fact">The fact.</param>
    public void Hear(Fact fact)
    {
        switch (fact)
        {
            case PresenceChanged { Pending: false, Channel: "" } changed:
                Turn(changed.AgentId, changed.At, agent => agent.IsPresent = changed.Presence is Presence.Available or Presence.OnDemand);
                break;
            case SessionEnded ended:
                Turn(ended.AgentId, ended.At, agent => agent.IsPresent = false);
                break;
            case TicketAssigned assigned:
                Release(assigned.TicketId, assigned.At);
                _owners[assigned.TicketId] = assigned.AgentId;
                Turn(assigned.AgentId, assigned.At, agent => agent.Tickets++);
                break;
            case TicketCompleted or TicketTransferred or TicketParked or TicketRequeued or TicketLeft:
                Release(((TicketFact)fact).TicketId, fact.At);
                break;
        }
    }

    /// <summary>Counts what goes on at the end.</summary>
    /// <param name="at">The end, ms since 1970.</param>
    public void Close(long at)
    {
        foreach (var id in _agents.Keys.ToList())
        {
            Turn(id, at, _ => { });
        }
    }

    private void Release(string ticketId, long at)
    {
        if (_owners.Remove(ticketId, out var owner))
        {
            Turn(owner, at, agent => agent.Tickets--);
        }
    }

    private void Turn(string agentId, long at, Action<Standing> change)
    {
        if (!_agents.TryGetValue(agentId, out var agent))
        {
            _agents[agentId] = agent = new Standing { Since = at };
        }

        if (agent.IsPresent || agent.Tickets > 0)
        {
            spans.Spread(agent.Since, at, (interval, ms) => figures.Staff(interval, ms, agent.Tickets > 0));
        }

        agent.Since = at;
        change(agent);
    }

    private sealed class Standing
    {
        public bool IsPresent { get; set; }

        public int Tickets { get; set; }

        public long Since { get; set; }
    }
}
