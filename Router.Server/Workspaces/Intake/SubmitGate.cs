namespace Router.Server.Workspaces.Intake;

/// <summary>Bounds how many submits wait, in number and in bytes. Safe for use by many threads.</summary>
internal sealed class SubmitGate
{
    private volatile string? _closed;
    private int _waiting;
    private long _bytes;

    /// <summary>Why no submit is let in at all; null when they are.</summary>
    public string? Closed
    {
        get => _closed;
        set => _closed = value;
    }

    /// <summary>Lets a submit in, unless too much waits.</summary>
    public bool TryEnter(int size)
    {
        var waiting = Interlocked.Increment(ref _waiting);
        var bytes = Interlocked.Add(ref _bytes, size);
        if (waiting <= Limits.WaitingSubmits && bytes <= Limits.WaitingSubmitBytes)
        {
            return true;
        }

        Leave(size);
        return false;
    }

    /// <summary>A submit that was let in is answered.</summary>
    public void Leave(int size)
    {
        Interlocked.Decrement(ref _waiting);
        Interlocked.Add(ref _bytes, -size);
    }
}
