using Router.Server.Statistics;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Workspaces.Ownership;

namespace Router.Server.Workspaces.Batches;

/// <summary>Commits a batch as one, sends it until it is answered, and only then lets its effects out.</summary>
internal sealed partial class BatchCommitter(WorkspaceStore store, CommitCall commit, Observers observers, PatientWait wait, TimeProvider real, ILogger logger)
{
    private readonly Alarm _alarm = new(real);
    private readonly StatisticsFolding _folding = new(store, wait, logger);

    /// <summary>Brings a batch to its end.</summary>
    /// <param name="batch">A filled batch.</param>
    /// <exception cref="OperationCanceledException">The server has stopped waiting; the batch may have been committed.</exception>
    public async Task<BatchEnd> FinishAsync(OpenBatch batch)
    {
        try
        {
            return await CommitAsync(batch);
        }
        catch
        {
            batch.Drop();
            throw;
        }
    }

    private async Task<BatchEnd> CommitAsync(OpenBatch batch)
    {
        var state = batch.State;
        var changes = state.Engine.TakeChanges();
        if (changes.IsEmpty && batch.Requests.Count == 0 && batch.Submits.Count == 0)
        {
            return AnswerUnchanged(batch);
        }

        CommittedBatch committed;
        PreparedBatch prepared;
        StatisticsWrite statistics;
        var folded = await _folding.TakeAsync(batch);
        try
        {
            statistics = new(state.Statistics.Count(state.Engine, changes), folded);
            committed = new(state.Claim, changes) { Counted = statistics.Counted, Calls = batch.Works.Count };
            var contents = Contents(batch, committed, statistics);
#if ROUTER_FAULTS
            contents = contents with { Changes = contents.Changes with { Facts = Faults.DropEvent(changes.Facts) } };
#endif
            prepared = state.Encoder.Encode(contents);
        }
        catch (Exception error)
        {
            Blame(error, batch);
            return BatchEnd.Broken;
        }

        using var sent = prepared;
#if ROUTER_FAULTS
        await Faults.ReplyBeforeCommitAsync(batch);
#endif
        var begun = real.GetTimestamp();
        switch (await SendAsync(prepared, batch))
        {
            case CommitAnswer.Fenced:
                batch.Drop();
                return BatchEnd.Fenced;
            case CommitAnswer.Gap:
                batch.Drop();
                return BatchEnd.WritesLost;
        }

        committed.CommitTime = real.GetElapsedTime(begun);
        state.Sequence = prepared.Sequence;
        state.Statistics.Saved(statistics, batch.RealNow, state.Engine.Now);
        observers.TellCommitted(committed);
        batch.Release();
        return !state.Claim.MayServe ? BatchEnd.Lapsed
            : committed.CommitTime > Limits.Outage ? BatchEnd.AnsweredLate
            : BatchEnd.Answered;
    }

    private static BatchContents Contents(OpenBatch batch, CommittedBatch committed, StatisticsWrite statistics) => new()
    {
        Sequence = batch.State.Sequence + 1,
        RealNow = batch.RealNow,
        Changes = committed.Changes,
        Statistics = statistics,
        Requests = batch.Requests,
        Submits = batch.Submits,
    };

    // Nothing has changed. What was read is true only as long as nobody else can have changed it.
    private static BatchEnd AnswerUnchanged(OpenBatch batch)
    {
        if (!batch.State.Claim.MayServe)
        {
            batch.Drop();
            return BatchEnd.Lapsed;
        }

        batch.Release();
        return BatchEnd.Answered;
    }

    private void Blame(Exception error, OpenBatch batch)
    {
        var id = Guid.NewGuid().ToString("N");
        LogNotEncoded(error, id, store.Workspace);
        foreach (var work in batch.Works)
        {
            work.Fail(WorkspaceUnavailableException.Internal(id));
        }
    }

    private async Task<CommitAnswer> SendAsync(PreparedBatch prepared, OpenBatch batch)
    {
        while (true)
        {
            try
            {
                var answer = await wait.ForAsync(commit(prepared, batch.State.Claim, CancellationToken.None), batch);
                if (_alarm.IsOn)
                {
                    LogBack(store.Workspace, prepared.Sequence, _alarm.Lasted.TotalSeconds);
                    _alarm.Clear();
                }

                return answer;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (_alarm.Raise())
                {
                    LogFailing(error, store.Workspace, prepared.Sequence, _alarm.Lasted.TotalSeconds);
                }

                await wait.PauseAsync(Limits.StoreRetry, batch);
            }
        }
    }

    [LoggerMessage(213, LogLevel.Critical, "{Id}: a batch of workspace {Workspace} could not be written down; the state is loaded again")]
    private partial void LogNotEncoded(Exception error, string id, string workspace);

    [LoggerMessage(211, LogLevel.Error, "Workspace {Workspace} cannot commit batch {Sequence} for {Seconds:0.0} s now; it is sent again until it is answered")]
    private partial void LogFailing(Exception error, string workspace, long sequence, double seconds);

    [LoggerMessage(212, LogLevel.Warning, "Workspace {Workspace} commits again: batch {Sequence} was answered after {Seconds:0.0} s")]
    private partial void LogBack(string workspace, long sequence, double seconds);
}
