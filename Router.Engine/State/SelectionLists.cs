using Router.Engine.Collections;

namespace Router.Engine.State;

/// <summary>What the strategies go by. A list that no queue's strategy needs is not kept.</summary>
internal sealed class SelectionLists
{
    /// <summary>Of the queues in turn. Saved.</summary>
    public Cursors Cursors { get; } = new();

    /// <summary>The agents who are ready for some channel, in the order in which they are usually given work.</summary>
    public OrderedList<IdleKey, Agent>? Idle { get; private set; } = new();

    /// <summary>The same agents, in the order of their registration.</summary>
    public OrderedList<RingKey, Agent>? Ring { get; private set; }

    /// <summary>The same agents, those with the fewest tickets first.</summary>
    public OrderedList<FewestKey, Agent>? Fewest { get; private set; }

    public SearchMarks<IdleKey> IdleMarks { get; } = new();

    public SearchMarks<FewestKey> FewestMarks { get; } = new();

    /// <summary>Makes or drops the lists.</summary>
    public void Keep(bool idle, bool ring, bool fewest, IEnumerable<Agent> agents)
    {
        Idle = idle ? new() : null;
        Ring = ring ? new() : null;
        Fewest = fewest ? new() : null;
        ForgetMarks();
        foreach (var agent in agents)
        {
            if (agent.IsListed)
            {
                Add(agent);
            }
        }
    }

    public void Add(Agent agent)
    {
        if (Idle is not null)
        {
            Idle.Add(agent.IdleKey, agent);
            IdleMarks.Come(agent.IdleKey);
        }

        Ring?.Add(agent.RingKey, agent);
        if (Fewest is not null)
        {
            Fewest.Add(agent.FewestKey, agent);
            FewestMarks.Come(agent.FewestKey);
        }
    }

    /// <summary>An agent may be given more than before in the place that he has.</summary>
    public void ForgetMarks()
    {
        IdleMarks.Forget();
        FewestMarks.Forget();
    }

    public void Remove(Agent agent)
    {
        Idle?.Remove(agent.IdleKey);
        Ring?.Remove(agent.RingKey);
        Fewest?.Remove(agent.FewestKey);
    }

    /// <summary>The keys of all agents have changed.</summary>
    public void Order(IEnumerable<Agent> agents)
    {
        if (Idle is not null || Fewest is not null)
        {
            Keep(Idle is not null, Ring is not null, Fewest is not null, agents);
        }
    }
}
