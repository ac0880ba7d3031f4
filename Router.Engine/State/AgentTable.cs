using System.Diagnostics.CodeAnalysis;

namespace Router.Engine.State;

/// <summary>The registered agents by id.</summary>
internal sealed class AgentTable
{
    private readonly Dictionary<string, Agent> _byId = new(StringComparer.Ordinal);
    private Agent[]? _inOrder;

    public int Count => _byId.Count;

    /// <summary>All of them, in no order.</summary>
    public Dictionary<string, Agent>.ValueCollection Values => _byId.Values;

    /// <summary>All of them by id: put in order when somebody asks, for as long as nobody comes or goes.</summary>
    public IReadOnlyList<Agent> InOrder => _inOrder ??= [.. _byId.Values.OrderBy(a => a.Id, StringComparer.Ordinal)];

    /// <summary>A registered agent.</summary>
    public Agent this[string id] => _byId[id];

    /// <summary>An agent, or null when nobody of this id is registered.</summary>
    public Agent? Find(string id) => _byId.GetValueOrDefault(id);

    public bool TryGetValue(string id, [NotNullWhen(true)] out Agent? agent) => _byId.TryGetValue(id, out agent);

    public bool ContainsKey(string id) => _byId.ContainsKey(id);

    public void Add(Agent agent)
    {
        _byId.Add(agent.Id, agent);
        _inOrder = null;
    }

    public void Remove(Agent agent)
    {
        _byId.Remove(agent.Id);
        _inOrder = null;
    }
}
