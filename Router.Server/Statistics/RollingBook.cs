using System.Runtime.InteropServices;

namespace Router.Server.Statistics;

/// <summary>
/// The rolling counts of a workspace, by queue, channel and language. They stand in a tally for each minute: only those are added up again that
/// have changed since they were asked for last, and all of them when a minute is over.
/// </summary>
public sealed class RollingBook
{
    private readonly Dictionary<string, RollingQueue> _queues = new(StringComparer.Ordinal);
    private readonly HashSet<RollingQueue> _stale = [];
    private long _minute = -1;

    /// <summary>The counts of a whole queue, or null when nothing was counted of it.</summary>
    /// <param name="queue">The queue.</param>
    public RollingCounts? Of(string queue) => _queues.GetValueOrDefault(queue)?.Counts;

    /// <summary>The counts of one channel of a queue, in all languages, or null when nothing was counted of the queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel.</param>
    public RollingCounts? Of(string queue, string channel) =>
        _queues.TryGetValue(queue, out var found)
            ? RollingCounts.Sum(found.Parts.Where(p => p.Key.Channel == channel).Select(p => p.Value.Counts))
            : null;

    /// <summary>The counts of one queue, channel and language, or null when nothing was counted of it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="language">First language of the tickets; empty for those without one and those whose languages share a row.</param>
    public RollingCounts? Of(string queue, string channel, string language) =>
        _queues.GetValueOrDefault(queue)?.Parts.GetValueOrDefault((channel, language))?.Counts;

    /// <summary>Takes in a tally.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="tally">The tally, which goes on.</param>
    /// <returns>Where it was put, to be told of its changes; null when it is of a span that is not shown here.</returns>
    internal RollingSeries? Open(TallyKey key, Tally tally)
    {
        if (key.Span is not (TallySpan.Minute or TallySpan.Day))
        {
            return null;
        }

        var queue = CollectionsMarshal.GetValueRefOrAddDefault(_queues, key.Name, out _) ??= new RollingQueue();
        var series = CollectionsMarshal.GetValueRefOrAddDefault(queue.Parts, PartOf(key), out _) ??= new RollingSeries(queue);
        series.Tallies.Add((key, tally));
        return series;
    }

    /// <summary>A tally has changed.</summary>
    /// <param name="series">Where it was put.</param>
    internal void Changed(RollingSeries series)
    {
        if (!series.IsStale)
        {
            series.IsStale = true;
            _stale.Add(series.Queue);
        }
    }

    /// <summary>A tally is no longer kept.</summary>
    /// <param name="key">What it was about.</param>
    internal void Drop(TallyKey key)
    {
        var queue = _queues[key.Name];
        var series = queue.Parts[PartOf(key)];
        series.Tallies.RemoveAll(t => t.Key == key);
        Changed(series);
        if (series.Tallies.Count == 0)
        {
            queue.Parts.Remove(PartOf(key));
        }

        if (queue.Parts.Count == 0)
        {
            _queues.Remove(key.Name);
            _stale.Remove(queue);
        }
    }

    /// <summary>Works out anew what has changed.</summary>
    /// <param name="now">Engine time, ms.</param>
    internal void Refresh(long now)
    {
        var minute = TallyKey.Floor(now, TallyKey.MinuteMs);
        var isOver = minute != _minute;
        _minute = minute;
        foreach (var queue in isOver ? _queues.Values : (IEnumerable<RollingQueue>)_stale)
        {
            foreach (var series in queue.Parts.Values)
            {
                if (isOver || series.IsStale)
                {
                    series.Counts = RollingCounts.Of(series.Tallies, now);
                    series.IsStale = false;
                }
            }

            queue.Counts = RollingCounts.Sum(queue.Parts.Values.Select(p => p.Counts));
        }

        _stale.Clear();
    }

    // Languages that share a row of the statistics share their waits with the tickets that name none, and a row of screens with them.
    private static (string Channel, string Language) PartOf(TallyKey key) =>
        (key.Channel, key.Language == LanguageRows.Others ? "" : key.Language);
}
