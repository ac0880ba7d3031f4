namespace Router.Server.Live.Wire;

/// <summary>What a watcher is told at once: absolute values of rows that have changed since he was told last.</summary>
public sealed record LiveFrame
{
    private byte[]? _json;

    /// <summary>True for the first frame: whatever was known before is to be forgotten.</summary>
    public required bool Reset { get; init; }

    /// <summary>False while the rest of a large set of rows follows at once.</summary>
    public required bool Complete { get; init; }

    /// <summary>Grows with every change of any row while the server runs.</summary>
    public required long Version { get; init; }

    /// <summary>The server's time when the rows were read, ms since 1970.</summary>
    public required long AsOf { get; init; }

    /// <summary>The server's time when the frame was written, ms since 1970.</summary>
    public required long ServerTime { get; init; }

    /// <summary>Seconds of server time in one second.</summary>
    public required double ClockSpeed { get; init; }

    /// <summary>The workspace.</summary>
    public required LiveWorkspace Workspace { get; init; }

    /// <summary>All registered agents, counted.</summary>
    public required LiveCounts Counts { get; init; }

    /// <summary>Changed queues.</summary>
    public required IReadOnlyList<LiveQueue> Queues { get; init; }

    /// <summary>Names of queues that are no more.</summary>
    public required IReadOnlyList<string> RemovedQueues { get; init; }

    /// <summary>Changed rows.</summary>
    public required IReadOnlyList<LiveQueueRow> Rows { get; init; }

    /// <summary>Rows that are no more.</summary>
    public required IReadOnlyList<LiveRowKey> RemovedRows { get; init; }

    /// <summary>Changed agents.</summary>
    public required IReadOnlyList<LiveAgentRow> Agents { get; init; }

    /// <summary>All alarms that are up, by queue, channel and figure; null when they are as they were.</summary>
    public required IReadOnlyList<LiveAlarm>? Alarms { get; init; }

    /// <summary>Ids of agents who are no longer registered.</summary>
    public required IReadOnlyList<string> RemovedAgents { get; init; }

    /// <summary>It as JSON, written by the first call.</summary>
    internal byte[] Json() => _json ??= LiveFrameJson.Write(this);
}
