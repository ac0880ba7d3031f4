namespace Router.Simulator.Counting;

/// <summary>Keeps when agents are there and what they have in hand, and tells it in stretches. It is told in the order of time.</summary>
/// <param name="take">Takes each stretch, when it ends.</param>
public sealed class StaffBook(Action<StaffTime> take)
{
    private readonly Dictionary<string, Standing> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Whether anything was told of an agent.</summary>
    /// <param name="agentId">The agent.</param>
    public bool Knows(string agentId) => _agents.ContainsKey(agentId);

    /// <summary>Whether he takes work.</summary>
    /// <param name="agentId">The agent.</param>
    public bool IsThere(string agentId) => _agents.TryGetValue(agentId, out var agent) && agent.IsThere;

    /// <summary>He takes work from now on, or does no longer.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="at">When, ms since 1970.</param>
    /// <param name="isThere">Which of the two.</param>
    public void Be(string agentId, long at, bool isThere) => Turn(agentId, at, agent => agent.IsThere = isThere);

    /// <summary>He has a ticket, and whoever had it has it no longer.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="at">When, ms since 1970.</param>
    public void Own(string ticketId, string agentId, long at)
    {
        Release(ticketId, at);
        _owners[ticketId] = agentId;
        Turn(agentId, at, agent => agent.Tickets++);
    }

    /// <summary>Nobody has a ticket any more.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="at">When, ms since 1970.</param>
    public void Release(string ticketId, long at)
    {
        if (_owners.Remove(ticketId, out var owner))
        {
            Turn(owner, at, agent => agent.Tickets--);
        }
    }

    /// <summary>Tells what goes on at the end.</summary>
    /// <param name="at">The end, ms since 1970.</param>
    public void Close(long at)
    {
        foreach (var id in _agents.Keys.ToList())
        {
            Turn(id, at, _ => { });
        }
    }

    private void Turn(string agentId, long at, Action<Standing> change)
    {
        if (!_agents.TryGetValue(agentId, out var agent))
        {
            _agents[agentId] = agent = new Standing { Since = at };
        }

        if (at > agent.Since && (agent.IsThere || agent.Tickets > 0))
        {
            take(new StaffTime(agentId, agent.Since, at, agent.IsThere, agent.Tickets > 0));
        }

        agent.Since = at;
        change(agent);
    }

    private sealed class Standing
    {
        public bool IsThere { get; set; }

        public int Tickets { get; set; }

        public long Since { get; set; }
    }
}
