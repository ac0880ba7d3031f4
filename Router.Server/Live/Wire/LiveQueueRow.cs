using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Server.Live.Wire;

/// <summary>One queue, channel and language as it is now.</summary>
public sealed record LiveQueueRow : ILiveRow
{
    /// <summary>The queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>First language of the tickets, or empty.</summary>
    public required string Language { get; init; }

    /// <summary>The view's version when this row last changed.</summary>
    public required long Version { get; init; }

    /// <summary>Tickets that wait and are offered to nobody.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the longest waiting ticket, offered or not, entered: server time, ms since 1970; null when none waits.</summary>
    public required long? OldestEnteredAt { get; init; }

    /// <summary>Tickets held for an agent.</summary>
    public required int Offered { get; init; }

    /// <summary>Tickets that an agent handles.</summary>
    public required int Assigned { get; init; }

    /// <summary>Tickets in wrap-up.</summary>
    public required int WrappingUp { get; init; }

    /// <summary>Of those waiting: no registered agent could ever serve them.</summary>
    public required int Unroutable { get; init; }

    /// <summary>Agents who serve the queue in the language and are available or at work.</summary>
    public required int Agents { get; init; }

    /// <summary>Agents whose profile serves the queue in the language, signed in or not.</summary>
    public required int Registered { get; init; }

    /// <summary>Of those signed in: they could be offered a ticket of this row now.</summary>
    public required int Free { get; init; }

    /// <summary>They have a ticket in hand, of whatever queue, or an open offer.</summary>
    public required int Busy { get; init; }

    /// <summary>The others who are signed in: away, resting, about to leave, or not on this channel.</summary>
    public required int Away { get; init; }

    /// <summary>Seconds in which a regular ticket should be answered.</summary>
    public required int TargetSeconds { get; init; }

    /// <summary>The wait, seconds, that a ticket entering now has even chances to stay below; null when <see cref="Confidence"/> is unknown.</summary>
    public required int? EstimateSeconds { get; init; }

    /// <summary>The wait, seconds, that it would be promised; null when <see cref="Confidence"/> is unknown.</summary>
    public required int? PromiseSeconds { get; init; }

    /// <summary>How far to trust the two.</summary>
    public required Trust Confidence { get; init; }

    /// <summary>Seconds in which a ticket has to be answered to be within service level.</summary>
    public required int ServiceLevelSeconds { get; init; }

    /// <summary>How many of a hundred should be.</summary>
    public required int ServiceLevelPercent { get; init; }

    /// <summary>Of the tickets that entered in the last 60 minutes.</summary>
    public required LiveWindow Last60 { get; init; }

    /// <summary>Since midnight (UTC).</summary>
    public required LiveWindow Today { get; init; }

    /// <summary>Promises judged since midnight (UTC): kept, or broken by now.</summary>
    public required int PromisesJudged { get; init; }

    /// <summary>Of those, kept.</summary>
    public required int PromisesKept { get; init; }

    internal static LiveQueueRow Of(RowRead read, long version)
    {
        var (row, rule, counts) = read;
        var isKnown = row.Estimate.Trust != Trust.Unknown;
        return new LiveQueueRow
        {
            Queue = row.Queue,
            Channel = row.Channel,
            Language = row.Language,
            Version = version,
            Waiting = row.Waiting,
            OldestEnteredAt = row.OldestEnteredAt == 0 ? null : row.OldestEnteredAt,
            Offered = row.Offered,
            Assigned = row.Assigned,
            WrappingUp = row.WrappingUp,
            Unroutable = row.Unroutable,
            Agents = row.Agents,
            Registered = row.Registered,
            Free = row.Free,
            Busy = row.Busy,
            Away = row.Away,
            TargetSeconds = row.TargetSeconds,
            EstimateSeconds = isKnown ? row.Estimate.MedianSeconds : null,
            PromiseSeconds = isKnown ? row.Estimate.PromiseSeconds : null,
            Confidence = row.Estimate.Trust,
            ServiceLevelSeconds = rule?.ServiceLevelSeconds ?? row.TargetSeconds,
            ServiceLevelPercent = rule is { ServiceLevelPercent: > 0 and var percent } ? percent : QueueChannel.DefaultServiceLevelPercent,
            Last60 = counts is null ? LiveWindow.None : LiveWindow.OfHour(counts.Last60),
            Today = counts is null ? LiveWindow.None : LiveWindow.Of(counts.Today),
            PromisesJudged = row.PromisesJudged,
            PromisesKept = row.PromisesKept,
        };
    }
}
