namespace Router.Server.Workspaces;

/// <summary>How much a workspace takes at once, and how long it waits.</summary>
internal static class Limits
{
    /// <summary>Most calls in a batch.</summary>
    public const int CallsPerBatch = 512;

    /// <summary>Payload bytes after which a batch takes no further call.</summary>
    public const int BytesPerBatch = 1 << 20;

    /// <summary>Slices of deadlines after which a batch is full: callers wait for them.</summary>
    public const int SlicesPerBatch = 8;

    /// <summary>Most submits of a workspace that wait to be answered.</summary>
    public const int WaitingSubmits = 8_192;

    /// <summary>Most bytes of a workspace's submits that wait to be answered.</summary>
    public const int WaitingSubmitBytes = 32 << 20;

    /// <summary>A submit that waited so long is refused instead of done: whoever sent it has given up or will send it again.</summary>
    public static readonly TimeSpan SubmitAge = TimeSpan.FromSeconds(5);

    /// <summary>When to send a refused submit again.</summary>
    public static readonly TimeSpan RetrySubmit = TimeSpan.FromSeconds(1);

    /// <summary>How long a caller waits for a store that does not answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long before its deadline a call is refused, so that the refusal arrives before it.</summary>
    public static readonly TimeSpan DeadlineMargin = TimeSpan.FromMilliseconds(500);

    /// <summary>How often callers who have lost patience are looked for while the store does not answer.</summary>
    public static readonly TimeSpan PatienceCheck = TimeSpan.FromMilliseconds(100);

    /// <summary>Without a commit for longer than this the agents' time has stood still.</summary>
    public static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    /// <summary>Age of a lease at which it is renewed, if no commit has done so.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(1);

    /// <summary>Pause after something that the store did not do, before it is asked again.</summary>
    public static readonly TimeSpan StoreRetry = TimeSpan.FromMilliseconds(100);

    /// <summary>Pause after a mistake of the engine before its state is loaded again.</summary>
    public static readonly TimeSpan BrokenRetry = TimeSpan.FromSeconds(1);

    /// <summary>Pause after a load that failed for what is saved, before it is tried again: somebody has to mend it first.</summary>
    public static readonly TimeSpan UnreadableRetry = TimeSpan.FromSeconds(5);

    /// <summary>Time between two alarms about the same trouble.</summary>
    public static readonly TimeSpan AlarmEvery = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping server tries to commit what it has begun.</summary>
    public static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    /// <summary>A clock that has to be moved by no more than this, in ms, is like any other: machines differ by as much.</summary>
    public const long UnnoticedMs = 1_000;
}
