using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Router.Server.Edge.Tickets;

/// <summary>Who watches what.</summary>
/// <typeparam name="TWatch">One who watches.</typeparam>
internal sealed class Watchers<TWatch>
    where TWatch : class
{
    private readonly ConcurrentDictionary<string, ImmutableArray<TWatch>> _byWhat = new(StringComparer.Ordinal);

    // Asked after every batch: a dictionary would take all its locks to say that it is empty.
    private int _count;

    /// <summary>Nobody watches.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    /// <summary>All that is watched.</summary>
    public ICollection<string> Watched => _byWhat.Keys;

    /// <summary>Who watches something.</summary>
    /// <param name="what">What.</param>
    public ImmutableArray<TWatch> Of(string what) => _byWhat.GetValueOrDefault(what, []);

    /// <summary>One more.</summary>
    /// <param name="what">What he watches.</param>
    /// <param name="watch">He.</param>
    public void Add(string what, TWatch watch)
    {
        Interlocked.Increment(ref _count);
        _byWhat.AddOrUpdate(what, static (_, added) => [added], static (_, others, added) => others.Add(added), watch);
    }

    /// <summary>One less.</summary>
    /// <param name="what">What he watched.</param>
    /// <param name="watch">He.</param>
    public void Remove(string what, TWatch watch)
    {
        Interlocked.Decrement(ref _count);
        var left = _byWhat.AddOrUpdate(what, static (_, _) => [], static (_, all, gone) => all.Remove(gone), watch);
        if (left.IsEmpty)
        {
            // Only if nobody has joined meanwhile.
            _byWhat.TryRemove(KeyValuePair.Create(what, left));
        }
    }
}
