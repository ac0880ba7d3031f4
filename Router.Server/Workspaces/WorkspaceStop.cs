namespace Router.Server.Workspaces;

/// <summary>The two steps in which a workspace is stopped.</summary>
internal sealed class WorkspaceStop(TimeProvider real) : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly CancellationTokenSource _abandoned = new(Timeout.InfiniteTimeSpan, real);

    /// <summary>No new work; what has come in is still answered.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>The store is no longer waited for.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public void Request()
    {
        _abandoned.CancelAfter(Limits.StopTime);
        _requested.Cancel();
    }

    public void Dispose()
    {
        _requested.Dispose();
        _abandoned.Dispose();
    }
}
