using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>What differs between two snapshots: changed, new and removed ones alike.</summary>
/// <param name="Queues">Names of queues.</param>
/// <param name="Rows">Queue rows.</param>
/// <param name="Agents">Ids of agents.</param>
internal sealed record LiveChanges(IReadOnlyList<string> Queues, IReadOnlyList<LiveRowKey> Rows, IReadOnlyList<string> Agents)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Queues.Count == 0 && Rows.Count == 0 && Agents.Count == 0;
}
