using Router.Server.Edge.Refusals;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Calls;

/// <summary>A time during which all that a workspace tells is of one piece. Streams live in one of them and end with it.</summary>
internal sealed class Epoch : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private StopReason _reason;

    /// <summary>Fires at its end.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Why it ended.</summary>
    public StopReason Reason => _reason;

    /// <summary>What a stream that ends with it is told.</summary>
    public Refused Refused => _reason == StopReason.ShuttingDown
        ? Refused.For(Engine.Reason.ShuttingDown, "The server is stopping: connect again, to another or when it is back.")
        : Refused.For(Engine.Reason.OutcomeUnknown, "This server no longer has the workspace as it was: connect again and begin where you were.");

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();

    /// <summary>Ends it; a second time changes nothing.</summary>
    /// <param name="reason">Why.</param>
    public void End(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, StopReason.Unspecified) == StopReason.Unspecified)
        {
            // Not on the workspace's loop, which tells of the end and must not run what others do about it.
            _ = _over.CancelAsync();
        }
    }
}
