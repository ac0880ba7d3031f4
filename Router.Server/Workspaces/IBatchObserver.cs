namespace Router.Server.Workspaces;

/// <summary>
/// Sees all that happens in a workspace, in order, after it is committed. Called on the workspace's loop, which waits: hand over to a
/// channel and return. What is thrown is logged and harms nobody else.
/// </summary>
public interface IBatchObserver
{
    /// <summary>A batch was committed. Called before the callers whose commands are in it are answered. A batch of a higher term than
    /// the last, without <see cref="OnStopped"/> in between, goes on where that ended.</summary>
    /// <param name="batch">What it changed.</param>
    void OnCommitted(CommittedBatch batch);

    /// <summary>What was told so far may no longer hold: streams end, caches are dropped. The next batch, if any comes, belongs to a
    /// state that was loaded anew.</summary>
    /// <param name="reason">Why.</param>
    void OnStopped(StopReason reason);

    /// <summary>The server stops: last chance for what only the owner may write. Called after <see cref="OnStopped"/>, before the workspace
    /// is given free, and waited for only as long as the workspace may take to stop.</summary>
    Task SettleAsync() => Task.CompletedTask;
}
