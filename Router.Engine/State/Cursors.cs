using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>Whose turn it is, by queue: the registration number of the agent who was last given a ticket of it.</summary>
internal sealed class Cursors
{
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, long>? _saved = MetaRecord.NothingGiven;

    /// <summary>What is saved of it, by name: put together when somebody asks, until one moves on.</summary>
    public IReadOnlyDictionary<string, long> Saved => _saved ??= new SortedDictionary<string, long>(_last, StringComparer.Ordinal);

    /// <summary>The number of a queue, or 0 while nobody was given a ticket of it.</summary>
    public long Of(string queue) => _last.GetValueOrDefault(queue);

    public void Set(string queue, long number)
    {
        _last[queue] = number;
        _saved = null;
    }

    /// <summary>Forgets the queues that are no longer in turn.</summary>
    public void Keep(Predicate<string> isInTurn)
    {
        foreach (var queue in _last.Keys)
        {
            if (!isInTurn(queue))
            {
                _last.Remove(queue);
                _saved = null;
            }
        }
    }
}
