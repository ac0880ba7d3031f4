using Router.Engine;
using Router.Engine.Events;
using Router.Engine.Hours;
using Router.Engine.Records;

namespace Router.Server.Statistics;

/// <summary>
/// The statistics of a workspace: counts what its batches say, and says what of it is to be saved. What a batch adds is saved with it, in one field;
/// every <see cref="FoldEveryMs"/> the tallies that have changed are saved as they are, in place of these. Belongs to the workspace's loop, as the
/// engine does: nobody else may use it.
/// </summary>
public sealed class TallyBook
{
    /// <summary>Real time between two foldings at the least, ms.</summary>
    public const long FoldEveryMs = 10_000;

    /// <summary>For so long, real time in ms, a tally that has not changed is kept: longer than anybody reads the saved ones.</summary>
    public const long KeptMs = 600_000;

    private readonly Dictionary<TallyKey, OpenTally> _open = [];
    private readonly RollingBook _rolling = new();
    private readonly LanguageRows _languages;
    private readonly BatchTallies _batch;
    private readonly AgentTimes _agents;

    // Of spans that begin then or later nothing is saved that is not here.
    private readonly Dictionary<TallySpan, long> _wholeFrom;
    private ServiceRules _rules;
    private long _foldedAt;

    /// <summary>Goes on where a workspace was saved.</summary>
    /// <param name="loaded">What was saved.</param>
    /// <param name="engine">The workspace's, as it was loaded.</param>
    /// <param name="realNow">Real time, ms since 1970.</param>
    public TallyBook(LoadedStatistics loaded, WorkspaceEngine engine, long realNow)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(engine);
        _wholeFrom = new Dictionary<TallySpan, long>
        {
            [TallySpan.Minute] = engine.Now - TallyKey.MinutesKeptMs,
            [TallySpan.Interval] = engine.Now + 1,
            [TallySpan.Day] = TallyKey.Floor(engine.Now, TallyKey.DayMs),
            [TallySpan.AgentHour] = engine.Now + 1,
        };
        _rules = new ServiceRules(engine.Policy);
        _agents = new AgentTimes(engine);
        _languages = new LanguageRows(engine);
        _batch = new BatchTallies(_languages);
        _foldedAt = realNow;
        foreach (var folded in loaded.Folded)
        {
            Grow(Open(folded.Key, realNow), folded.Tally);
        }

        Merge(loaded.Counted, realNow);
        foreach (var key in _open.Keys)
        {
            _languages.Take(key);
        }
    }

    /// <summary>Counts what a batch says, without adding it yet.</summary>
    /// <param name="engine">As it is after the batch.</param>
    /// <param name="changes">The batch.</param>
    /// <returns>What it adds.</returns>
    public IReadOnlyList<CountedTally> Count(WorkspaceEngine engine, Changes changes)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Policies.Count > 0)
        {
            _rules = new ServiceRules(engine.Policy);
        }

        _batch.Begin(engine.Now);
        foreach (var fact in changes.Facts)
        {
            if (fact is TicketFact about)
            {
                TicketCount.Count(_batch, _rules, about);
                AgentCount.Count(_batch, about);
            }
        }

        _agents.Count(_batch, engine, changes);
        return _batch.Taken;
    }

    /// <summary>Whether the changed tallies are to be folded with the next batch.</summary>
    /// <param name="realNow">Real time, ms since 1970.</param>
    public bool IsFoldDue(long realNow) => realNow - _foldedAt >= FoldEveryMs;

    /// <summary>The tallies of which the saved ones have to be read before they can be folded.</summary>
    public IReadOnlyList<TallyKey> Incomplete => [.. _open.Where(o => o.Value is { IsChanged: true, IsWhole: false }).Select(o => o.Key)];

    /// <summary>Takes what was saved of incomplete tallies.</summary>
    /// <param name="saved">What there is of those asked for.</param>
    /// <param name="asked">What was asked for.</param>
    public void Complete(IReadOnlyList<CountedTally> saved, IReadOnlyList<TallyKey> asked)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(asked);
        foreach (var (key, tally) in saved)
        {
            Grow(_open[key], tally);
        }

        foreach (var key in asked)
        {
            _open[key].IsWhole = true;
        }
    }

    /// <summary>The tallies to fold, none of them incomplete.</summary>
    public IReadOnlyList<CountedTally> Changed =>
        [.. _open.Where(o => o.Value.IsChanged).Select(o => new CountedTally(o.Key, o.Value.Tally))];

    /// <summary>A batch was saved.</summary>
    /// <param name="written">What it wrote.</param>
    /// <param name="realNow">Real time, ms since 1970.</param>
    /// <param name="now">Engine time, ms since 1970.</param>
    public void Saved(StatisticsWrite written, long realNow, long now)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (written.Folded is not null)
        {
            Folded(realNow, now);
        }

        Merge(written.Counted, realNow);
    }

    /// <summary>The tallies of a time as far as they are here, what agents do now among them.</summary>
    /// <param name="wanted">Which keys.</param>
    /// <param name="now">Until when agents' times are counted, engine time in ms.</param>
    /// <param name="withAgents">Whether agents' hours are wanted.</param>
    /// <returns>Copies. An incomplete one is to be added to the saved one, any other takes its place.</returns>
    public TallyExcerpt Read(Func<TallyKey, bool> wanted, long now, bool withAgents)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var whole = new Dictionary<TallyKey, Tally>();
        var more = new List<CountedTally>();
        foreach (var (key, open) in _open)
        {
            if (wanted(key))
            {
                var copy = new Tally();
                copy.Add(open.Tally);
                if (open.IsWhole)
                {
                    whole.Add(key, copy);
                }
                else
                {
                    more.Add(new CountedTally(key, copy));
                }
            }
        }

        if (withAgents)
        {
            var running = new BatchTallies(_languages);
            running.Begin(now);
            _agents.Peek(running, now);
            more.AddRange(running.Taken.Where(t => wanted(t.Key)));
        }

        return new TallyExcerpt(whole, more);
    }

    /// <summary>What screens show of the last hour and the running day.</summary>
    /// <param name="now">Engine time, ms.</param>
    /// <returns>As it is until the next change of the statistics; the counts it gives may be kept.</returns>
    public RollingBook Rolling(long now)
    {
        _rolling.Refresh(now);
        return _rolling;
    }

    private void Merge(IReadOnlyList<CountedTally> counted, long realNow)
    {
        foreach (var (key, tally) in counted)
        {
            Add(key, tally, realNow);
            if (key.Span == TallySpan.Minute)
            {
                Add(key.In(TallySpan.Interval), tally, realNow);
            }

            if (key.Span != TallySpan.AgentHour)
            {
                Add(key.In(TallySpan.Day), tally, realNow);
            }
        }
    }

    private void Add(TallyKey key, Tally tally, long realNow)
    {
        var open = Open(key, realNow);
        Grow(open, tally);
        open.IsChanged = true;
        open.ChangedAt = realNow;
    }

    private void Grow(OpenTally open, Tally more)
    {
        open.Tally.Add(more);
        if (open.Series is { } series)
        {
            _rolling.Changed(series);
        }
    }

    private OpenTally Open(TallyKey key, long realNow)
    {
        if (!_open.TryGetValue(key, out var open))
        {
            open = new OpenTally { IsWhole = key.Start >= _wholeFrom[key.Span], ChangedAt = realNow };
            open.Series = _rolling.Open(key, open.Tally);
            _open.Add(key, open);
        }

        return open;
    }

    private void Folded(long realNow, long now)
    {
        _foldedAt = realNow;
        var today = TallyKey.Floor(now, TallyKey.DayMs);
        foreach (var (key, open) in _open)
        {
            open.IsChanged = false;
            var isOver = key.Span switch
            {
                TallySpan.Minute => key.Start < now - TallyKey.MinutesKeptMs,
                TallySpan.Day => key.Start < today,
                _ => true,
            };
            if (isOver && open.ChangedAt < realNow - KeptMs)
            {
                _open.Remove(key);
                if (open.Series is not null)
                {
                    _rolling.Drop(key);
                }

                _wholeFrom[key.Span] = Math.Max(_wholeFrom[key.Span], key.Start + 1);
            }
        }
    }
}
