using Router.Engine.Records;
using Router.Server.Statistics;

namespace Router.Server.Store.Commits;

/// <summary>All that one commit saves.</summary>
public sealed record BatchContents
{
    /// <summary>One more than the last batch's: counts the batches of a workspace over its whole life, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Real time, ms since 1970: what requests and submits are kept by.</summary>
    public required long RealNow { get; init; }

    /// <summary>What the engine changed.</summary>
    public required Changes Changes { get; init; }

    /// <summary>What it adds to the statistics, or null for nothing.</summary>
    public StatisticsWrite? Statistics { get; init; }

    /// <summary>Answers to requests that may be repeated.</summary>
    public IReadOnlyList<KeptRequest> Requests { get; init; } = [];

    /// <summary>Submits that may be repeated.</summary>
    public IReadOnlyList<KeptSubmit> Submits { get; init; } = [];
}
