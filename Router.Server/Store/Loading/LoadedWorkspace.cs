using Router.Engine.Records;
using Router.Server.Statistics;
using Router.Server.Store.Commits;

namespace Router.Server.Store.Loading;

/// <summary>A workspace as it was saved.</summary>
public sealed record LoadedWorkspace
{
    /// <summary>What the engine goes on with.</summary>
    public required WorkspaceRecord Record { get; init; }

    /// <summary>The last batch's sequence number; 0 when nothing was saved yet. The next one is one more.</summary>
    public required long Sequence { get; init; }

    /// <summary>The term in which the last batch was saved, or 0.</summary>
    public required long Term { get; init; }

    /// <summary>Answers to requests of the last 20 minutes, in any order.</summary>
    public required IReadOnlyList<KeptRequest> Requests { get; init; }

    /// <summary>Submits of the last 25 hours, in any order. Tickets that are open for longer know their source and external id themselves.</summary>
    public required IReadOnlyList<KeptSubmit> Submits { get; init; }

    /// <summary>What is needed of the statistics to go on with them.</summary>
    public required LoadedStatistics Statistics { get; init; }

    /// <summary>Makes the batches that follow. Of no use after a batch that was not saved: load again.</summary>
    public required BatchEncoder Encoder { get; init; }
}
