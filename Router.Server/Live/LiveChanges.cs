using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>What differs between two snapshots: changed, new and removed ones alike.</summary>
/// <param name="Queues">Names of queues.</param>
/// <param name="Rows">Queue rows.</param>
/// <param name="Agents">Ids of agents.</param>
/// <param name="Alarms">Whether alarms differ.</param>
internal sealed record LiveChanges(IReadOnlyList<string> Queues, IReadOnlyList<LiveRowKey> Rows, IReadOnlyList<string> Agents, bool Alarms)
{
    /// <summary>Most queues, rows and agents of one piece: a large workspace comes in pieces that do not hold up the connection's own signs of life.</summary>
    public const int MostPerPiece = 1_000;

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Queues.Count == 0 && Rows.Count == 0 && Agents.Count == 0 && !Alarms;

    /// <summary>The same in pieces for a frame each; one that is empty if nothing differs.</summary>
    public IEnumerable<LiveChanges> Pieces()
    {
        var at = 0;
        do
        {
            yield return new LiveChanges(Some(Queues, at), Some(Rows, at), Some(Agents, at), Alarms && at == 0);
            at += MostPerPiece;
        }
        while (at < Math.Max(Queues.Count, Math.Max(Rows.Count, Agents.Count)));
    }

    private static List<T> Some<T>(IReadOnlyList<T> all, int at) => [.. all.Skip(at).Take(MostPerPiece)];
}
