using System.Diagnostics.CodeAnalysis;
using Router.Engine.Policies;

namespace Router.Engine.State;

/// <summary>The queues of the policy by name. A command asks for that of its ticket again and again: the one found last is looked at first.</summary>
internal sealed class QueueTable
{
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);
    private Entry? _last;

    /// <summary>The very text that the last one was asked by: the same one again need not be compared.</summary>
    private string _lastName = "";

    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<QueuePolicy> InOrder { get; private set; } = [];

    /// <summary>A queue that the policy has.</summary>
    public QueuePolicy this[string name] => Find(name) ?? throw new KeyNotFoundException($"There is no queue '{name}'.");

    /// <summary>A queue, or null when the policy has none of this name.</summary>
    public QueuePolicy? Find(string name) => EntryOf(name)?.Queue;

    public bool TryGetValue(string name, [NotNullWhen(true)] out QueuePolicy? queue) => (queue = Find(name)) is not null;

    /// <summary>The strategy of a queue, or null when the policy has none of this name.</summary>
    public Selection? SelectionOf(string name) => EntryOf(name)?.Selection;

    /// <summary>The queues of a policy that comes into force, each with its strategy, in place of those before.</summary>
    public void Use(IEnumerable<(QueuePolicy Queue, Selection Selection)> queues)
    {
        _last = null;
        _byName.Clear();
        foreach (var (queue, selection) in queues)
        {
            _byName.Add(queue.Name, new(queue, selection));
        }

        InOrder = [.. _byName.Values.Select(e => e.Queue).OrderBy(q => q.Name, StringComparer.Ordinal)];
    }

    private Entry? EntryOf(string name)
    {
        if (_last is { } last && _lastName == name)
        {
            return last;
        }

        if (!_byName.TryGetValue(name, out var found))
        {
            return null;
        }

        _lastName = name;
        return _last = found;
    }

    private sealed record Entry(QueuePolicy Queue, Selection Selection);
}
