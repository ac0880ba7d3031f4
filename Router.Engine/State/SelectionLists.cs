using System.Collections.Immutable;
using Router.Engine.Collections;

namespace Router.Engine.State;

/// <summary>What the strategies other than the usual one go by. A list that no queue's strategy needs is not kept.</summary>
internal sealed class SelectionLists
{
    /// <summary>The strategies of the queues that have another than the usual one.</summary>
    public Dictionary<string, Selection> ByQueue { get; } = new(StringComparer.Ordinal);

    /// <summary>By queue in turn: the registration number of the agent who was last given a ticket of it. Saved.</summary>
    public ImmutableSortedDictionary<string, long> Cursors { get; set; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The agents who are ready for some channel, in the order of their registration.</summary>
    public OrderedList<RingKey, Agent>? Ring { get; private set; }

    /// <summary>The same agents, those with the fewest tickets first.</summary>
    public OrderedList<FewestKey, Agent>? Fewest { get; private set; }

    /// <summary>Makes or drops the lists.</summary>
    public void Keep(bool ring, bool fewest, IEnumerable<Agent> agents)
    {
        Ring = ring ? new() : null;
        Fewest = fewest ? new() : null;
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
        Ring?.Add(agent.RingKey, agent);
        Fewest?.Add(agent.FewestKey, agent);
    }

    public void Remove(Agent agent)
    {
        Ring?.Remove(agent.RingKey);
        Fewest?.Remove(agent.FewestKey);
    }

    /// <summary>The keys of all agents have changed.</summary>
    public void Order(IEnumerable<Agent> agents)
    {
        if (Fewest is not null)
        {
            Keep(Ring is not null, fewest: true, agents);
        }
    }
}
