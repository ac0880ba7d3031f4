namespace Router.Server.Live.Wire;

/// <summary>One queue of the policy as it is now, also when no ticket ever came in for it.</summary>
public sealed record LiveQueue : ILiveRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The view's version when it last changed.</summary>
    public required long Version { get; init; }

    /// <summary>What screens show; empty = the name.</summary>
    public required string Label { get; init; }

    /// <summary>Agents whose profile lists it, or lists none.</summary>
    public required int Registered { get; init; }

    /// <summary>Of those: take work, and have nothing in hand.</summary>
    public required int Free { get; init; }

    /// <summary>They have a ticket in hand, of whatever queue, or an open offer.</summary>
    public required int Busy { get; init; }

    /// <summary>The others who are signed in: away, resting, about to leave.</summary>
    public required int Away { get; init; }

    /// <summary>Of the tickets that entered in the last 5 minutes.</summary>
    public required LiveWindow Last5 { get; init; }

    /// <summary>In the last 15 minutes.</summary>
    public required LiveWindow Last15 { get; init; }

    /// <summary>In the last 60 minutes.</summary>
    public required LiveWindow Last60 { get; init; }

    /// <summary>Since midnight (UTC).</summary>
    public required LiveWindow Today { get; init; }

    /// <summary>How many entered in each five minutes of the clock of the last hour, the running ones last: 12 numbers.</summary>
    public required LiveSeries EnteredSeries { get; init; }

    internal static LiveQueue Of(QueueRead read, long version)
    {
        var (queue, counts) = read;
        return new LiveQueue
        {
            Name = queue.Name,
            Version = version,
            Label = queue.Label,
            Registered = queue.Registered,
            Free = queue.Free,
            Busy = queue.Busy,
            Away = queue.Away,
            Last5 = counts is null ? LiveWindow.None : LiveWindow.Of(counts.Last5),
            Last15 = counts is null ? LiveWindow.None : LiveWindow.Of(counts.Last15),
            Last60 = counts is null ? LiveWindow.None : LiveWindow.OfHour(counts.Last60),
            Today = counts is null ? LiveWindow.None : LiveWindow.Of(counts.Today),
            EnteredSeries = counts is null ? LiveSeries.None : new LiveSeries(counts.Series),
        };
    }
}
