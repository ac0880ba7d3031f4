using Router.Engine.Tickets;

namespace Router.Server.Statistics;

/// <summary>What the facts of one batch add, by key.</summary>
/// <param name="languages">Which languages have rows.</param>
internal sealed class BatchTallies(LanguageRows languages)
{
    private readonly Dictionary<TallyKey, Tally> _byKey = [];
    private readonly List<CountedTally> _all = [];
    private long _now;
    private TicketContent? _lastContent;
    private long _lastEntered;
    private Tally? _last;

    /// <summary>What was counted since <see cref="Begin"/>.</summary>
    public IReadOnlyList<CountedTally> Taken => _all.Count == 0 ? [] : [.. _all];

    /// <summary>Begins a batch.</summary>
    /// <param name="now">Engine time, ms.</param>
    public void Begin(long now)
    {
        _now = now;
        _byKey.Clear();
        _all.Clear();
        (_lastContent, _last) = (null, null);
    }

    /// <summary>Of a ticket.</summary>
    /// <param name="content">The ticket's.</param>
    /// <param name="enteredAt">When it entered its queue, engine time in ms.</param>
    public Tally Of(TicketContent content, long enteredAt)
    {
        // The facts about a ticket mostly come one after the other.
        if (_last is null || !ReferenceEquals(content, _lastContent) || enteredAt != _lastEntered)
        {
            (_lastContent, _lastEntered, _last) = (content, enteredAt, Of(content.Queue, content, enteredAt));
        }

        return _last;
    }

    /// <summary>Of a ticket in a queue that it no longer stands in.</summary>
    public Tally Of(string queue, TicketContent content, long enteredAt)
    {
        var span = enteredAt > _now - TallyKey.HourMs ? TallySpan.Minute : TallySpan.Interval;
        return Of(new TallyKey(span, TallyKey.Floor(enteredAt, TallyKey.LengthOf(span)), queue, content.Channel, languages.RowOf(queue, content.FirstLanguage)));
    }

    /// <summary>Of an agent.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="at">The time of what is counted, engine time in ms.</param>
    /// <param name="awayReason">The reason of time away, or empty.</param>
    public Tally Of(string agentId, long at, string awayReason = "") =>
        Of(new TallyKey(TallySpan.AgentHour, TallyKey.Floor(at, TallyKey.HourMs), agentId, "", awayReason));

    private Tally Of(TallyKey key)
    {
        if (!_byKey.TryGetValue(key, out var tally))
        {
            tally = new Tally();
            _byKey.Add(key, tally);
            _all.Add(new CountedTally(key, tally));
        }

        return tally;
    }
}
