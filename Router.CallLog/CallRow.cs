namespace Router.CallLog;

/// <summary>One row of a call log. Times are of the log's own clock, which is taken as UTC.</summary>
public sealed record CallRow
{
    /// <summary>Where the row stands in its file, from 1.</summary>
    public required int FileLine { get; init; }

    /// <summary>The log's number of the call; it repeats.</summary>
    public required string CallId { get; init; }

    /// <summary>The telephone line.</summary>
    public required string Line { get; init; }

    /// <summary>Who called; <c>0</c> is nobody known.</summary>
    public required string CustomerId { get; init; }

    /// <summary>0 and 1 are regular, 2 is preferred.</summary>
    public required int Priority { get; init; }

    /// <summary>What for: one of <see cref="CallTypes.All"/>.</summary>
    public required string Type { get; init; }

    /// <summary>When he came to the voice menu.</summary>
    public required DateTimeOffset MenuEntry { get; init; }

    /// <summary>Seconds in the voice menu; below 0 in odd rows.</summary>
    public required int MenuSeconds { get; init; }

    /// <summary>When he came into the queue; null where the log has none.</summary>
    public DateTimeOffset? QueueStart { get; init; }

    /// <summary>Seconds in the queue.</summary>
    public required int QueueSeconds { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>When an agent took it; null where the log has none.</summary>
    public DateTimeOffset? ServiceStart { get; init; }

    /// <summary>Seconds of service.</summary>
    public required int ServiceSeconds { get; init; }

    /// <summary>Who served; null = nobody.</summary>
    public string? Server { get; init; }

    /// <summary>What names this row among all others: date, line and call.</summary>
    public string Key => $"{MenuEntry:yyyy-MM-dd}/{Line}/{CallId}";

    /// <summary>He came as far as the queue: was served, or hung up after some time in it.</summary>
    public bool ReachedQueue => Outcome == Outcome.Agent || (Outcome == Outcome.Hang && QueueSeconds > 0);

    /// <summary>When he entered the queue: as the log says, else when he left the voice menu.</summary>
    public DateTimeOffset EnteredQueue => QueueStart ?? MenuEntry.AddSeconds(Math.Max(0, MenuSeconds));

    /// <summary>When an agent took it: as the log says, else when his time in the queue was over.</summary>
    public DateTimeOffset ServiceBegan => ServiceStart ?? EnteredQueue.AddSeconds(QueueSeconds);

    /// <summary>An agent who is known served it.</summary>
    public bool HasServer => Outcome == Outcome.Agent && Server is not null;
}
