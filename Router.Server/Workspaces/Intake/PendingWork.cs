using Router.Server.Workspaces.Batches;

namespace Router.Server.Workspaces.Intake;

/// <summary>Something that waits for a workspace's loop, and the caller who waits for its answer.</summary>
internal abstract class PendingWork
{
    /// <summary>When it arrived, server time in ms.</summary>
    public long ArrivedAt { get; private set; }

    /// <summary>When it arrived, real time as a timestamp of the time provider.</summary>
    public long WaitsSince { get; private set; }

    /// <summary>How long the caller waits when the store does not answer.</summary>
    public TimeSpan Patience { get; init; } = Limits.Patience;

    /// <summary>The caller's own token: nothing is begun for a caller who is gone.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Served before submits and never refused for load.</summary>
    public virtual bool IsUrgent => true;

    /// <summary>Bytes it weighs in a batch.</summary>
    public virtual int Size => 0;

    /// <summary>The caller has his answer.</summary>
    public abstract bool IsAnswered { get; }

    public void Arrive(long serverMs, long timestamp)
    {
        ArrivedAt = serverMs;
        WaitsSince = timestamp;
    }

    /// <summary>Works out the answer, on the loop. It is held until <see cref="Release"/>.</summary>
    public abstract void Run(OpenBatch batch);

    /// <summary>Gives the answer, after the commit.</summary>
    public abstract void Release();

    /// <summary>Ends the call without an answer.</summary>
    public abstract void Fail(Exception error);
}
