using Router.Server.Statistics;
using Router.Server.Store;
using Router.Server.Workspaces.Ownership;

namespace Router.Server.Workspaces.Batches;

/// <summary>Says now and then which statistics a batch saves as they are.</summary>
internal sealed partial class StatisticsFolding(WorkspaceStore store, PatientWait wait, ILogger logger)
{
    /// <returns>The tallies to fold, or null when it is not time yet or the store could not say what it has of them: what was counted stays as it is.</returns>
    /// <exception cref="OperationCanceledException">The server has stopped waiting.</exception>
    public async ValueTask<IReadOnlyList<CountedTally>?> TakeAsync(OpenBatch batch)
    {
        var book = batch.State.Statistics;
        if (!book.IsFoldDue(batch.RealNow))
        {
            return null;
        }

        try
        {
            if (book.Incomplete is { Count: > 0 } asked)
            {
                book.Complete(await wait.ForAsync(store.Statistics.ReadAsync(asked, CancellationToken.None), batch), asked);
            }

            return book.Changed;
        }
        catch (StoreUnavailableException error)
        {
            LogNotRead(error, store.Workspace);
            return null;
        }
    }

    [LoggerMessage(214, LogLevel.Warning, "Statistics of workspace {Workspace} could not be read; they are folded later")]
    private partial void LogNotRead(Exception error, string workspace);
}
