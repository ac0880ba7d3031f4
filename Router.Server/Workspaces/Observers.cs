namespace Router.Server.Workspaces;

/// <summary>Those who watch a workspace. Any thread adds and removes; only the loop tells.</summary>
internal sealed partial class Observers(string workspace, ILogger logger)
{
    private readonly Lock _changing = new();
    private IBatchObserver[] _all = [];

    /// <summary>Adds an observer until the result is disposed of.</summary>
    public IDisposable Add(IBatchObserver observer)
    {
        lock (_changing)
        {
            _all = [.. _all, observer];
        }

        return new Subscription(this, observer);
    }

    public void TellCommitted(CommittedBatch batch)
    {
        foreach (var observer in _all)
        {
            try
            {
                observer.OnCommitted(batch);
            }
            catch (Exception error)
            {
                LogFailed(error, observer.GetType().Name, workspace);
            }
        }
    }

    public void TellStopped(StopReason reason)
    {
        foreach (var observer in _all)
        {
            try
            {
                observer.OnStopped(reason);
            }
            catch (Exception error)
            {
                LogFailed(error, observer.GetType().Name, workspace);
            }
        }
    }

    /// <summary>Ends when all have settled what only the owner may write.</summary>
    public Task SettleAsync() => Task.WhenAll(_all.Select(SettleAsync));

    private async Task SettleAsync(IBatchObserver observer)
    {
        try
        {
            await observer.SettleAsync();
        }
        catch (Exception error)
        {
            LogFailed(error, observer.GetType().Name, workspace);
        }
    }

    private void Remove(IBatchObserver observer)
    {
        lock (_changing)
        {
            _all = [.. _all.Where(o => o != observer)];
        }
    }

    [LoggerMessage(202, LogLevel.Error, "{Observer} of workspace {Workspace} failed")]
    private partial void LogFailed(Exception error, string observer, string workspace);

    private sealed class Subscription(Observers observers, IBatchObserver observer) : IDisposable
    {
        public void Dispose() => observers.Remove(observer);
    }
}
