using Router.Server.Clock;
using Router.Server.Workspaces.Intake;
using Router.Server.Workspaces.Ownership;

namespace Router.Server.Workspaces.Batches;

/// <summary>
/// Applies what waits to the engine, merged with its deadlines by time: a call is applied at the time it arrived, so that a slow commit
/// does not turn an accept in time into a miss.
/// </summary>
internal sealed partial class BatchFiller(string workspace, Inbox inbox, ServerClock clock, ILogger logger)
{
    /// <summary>Fills a batch with what has arrived; once that is all in, time goes on to now.</summary>
    /// <param name="state">What it is applied to.</param>
    /// <returns>The batch and whether more waits than it could take; null when the engine failed: its state is not to be used any more,
    /// and the calls other than the one that did it wait again.</returns>
    public (OpenBatch Batch, bool MoreWaits)? Fill(TermState state)
    {
        var now = clock.NowMs;
        var batch = new OpenBatch(state, clock.Real.GetUtcNow().ToUnixTimeMilliseconds(), now);
        inbox.Receive();
        PendingWork? running = null;
        try
        {
            while (batch.HasRoom && inbox.Peek() is { } next)
            {
                if (IsPointless(next))
                {
                    inbox.Take();
                }
                else if (batch.Advance(batch.TimeOf(next)))
                {
                    return (batch, true);
                }
                else
                {
                    inbox.Take();
                    running = next;
                    batch.Run(next);
                    running = null;
                }
            }

            var moreWaits = !inbox.IsEmpty || batch.Advance(Math.Max(now, state.Engine.Now));
            if (!moreWaits)
            {
                state.Levels.Report(state.Engine, state.Statistics);
            }

            return (batch, moreWaits);
        }
        catch (Exception error)
        {
            Blame(error, batch, running);
            return null;
        }
    }

    // Nothing is begun for a caller who is gone, or for a submit that has waited too long.
    private bool IsPointless(PendingWork work)
    {
        if (work.Cancel.IsCancellationRequested)
        {
            work.Fail(new OperationCanceledException(work.Cancel));
        }
        else if (!work.IsUrgent && clock.Real.GetElapsedTime(work.WaitsSince) > Limits.SubmitAge)
        {
            work.Fail(WorkspaceUnavailableException.Overloaded(Limits.RetrySubmit));
        }

        return work.IsAnswered;
    }

    private void Blame(Exception error, OpenBatch batch, PendingWork? culprit)
    {
        var id = Guid.NewGuid().ToString("N");
        LogBroken(error, workspace, id);
        culprit?.Fail(WorkspaceUnavailableException.Internal(id));
        inbox.Return([.. batch.Works.Where(w => !w.IsAnswered)]);
    }

    [LoggerMessage(201, LogLevel.Critical, "{Id}: the engine of workspace {Workspace} failed; its state is loaded again")]
    private partial void LogBroken(Exception error, string workspace, string id);
}
