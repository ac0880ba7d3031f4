using Router.Server.Clock;
using Router.Server.Store;
using Router.Server.Store.Loading;
using Router.Server.Store.Ownership;
using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Intake;
using Router.Server.Workspaces.Ownership;

namespace Router.Server.Workspaces;

/// <summary>
/// The one loop of a workspace: becomes the owner, loads, then applies, commits and answers batch after batch until the term ends; then
/// from the start. Nothing leaves before its commit.
/// </summary>
internal sealed partial class WorkspaceLoop : IDisposable
{
    private readonly string _workspace;
    private readonly ServerClock _clock;
    private readonly Inbox _inbox;
    private readonly Observers _observers;
    private readonly WorkspaceStop _stop;
    private readonly PatientWait _wait;
    private readonly OwnerSeat _seat;
    private readonly BatchFiller _filler;
    private readonly BatchCommitter _committer;
    private readonly ClockSteps _steps;
    private readonly ITimer _bell;
    private readonly ILogger _logger;

    // Whether observers may go on from what they were told last.
    private bool _isTrusted;
    private volatile NotServed? _notServed = NotServed.Starting;
    private volatile Claim? _served;

    public WorkspaceLoop(
        WorkspaceStore store, CommitCall commit, ServerClock clock, Inbox inbox, Observers observers, WorkspaceStop stop, ILogger logger)
    {
        _workspace = store.Workspace;
        _clock = clock;
        _inbox = inbox;
        _observers = observers;
        _stop = stop;
        _logger = logger;
        _wait = new PatientWait(inbox, clock.Real, stop.Abandoned);
        _seat = new OwnerSeat(store, clock.Real, _wait, OnWaiting, logger, stop.Requested);
        _filler = new BatchFiller(_workspace, inbox, clock, logger);
        _committer = new BatchCommitter(store, commit, observers, _wait, clock.Real, logger);
        _steps = new ClockSteps(clock);
        _bell = clock.Real.CreateTimer(_ => inbox.Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Why calls are not answered now, or null while they are.</summary>
    public NotServed? NotServed => _notServed ?? (_served is { MayServe: false } ? NotServed.StoreAway : null);

    /// <summary>Runs until the workspace is stopped.</summary>
    public async Task RunAsync()
    {
        TermState? state = null;
        var end = BatchEnd.Lapsed;
        while (end != BatchEnd.Stopped)
        {
            try
            {
                (state, end) = await RunTermAsync(state, end);
            }
            catch (OperationCanceledException) when (_stop.Requested.IsCancellationRequested)
            {
                LogStoppedWaiting(_workspace);
                end = BatchEnd.Stopped;
            }
            catch (Exception error)
            {
                LogFailed(error, _workspace);
                _notServed = NotServed.Failed;
                Distrust(StopReason.OwnershipLost);
                end = BatchEnd.Lapsed;
                await Task.Delay(Limits.BrokenRetry, _clock.Real, _stop.Requested).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        _notServed = NotServed.Stopping;
        _inbox.RefuseAll(WorkspaceUnavailableException.ShuttingDown);
        Distrust(StopReason.ShuttingDown);
        await _seat.LeaveAsync(_observers.SettleAsync);
    }

    public void Dispose() => _bell.Dispose();

    private async Task<(TermState State, BatchEnd End)> RunTermAsync(TermState? earlier, BatchEnd earlierEnd)
    {
        var (state, loaded) = await _seat.TakeAsync(StateOf);
        var end = await StartAsync(state, loaded, earlier, writesLost: earlierEnd == BatchEnd.WritesLost);
        end = await ServeAsync(state, end);
        LogTermEnded(_workspace, state.Claim.Term, end);
        return (state, end);
    }

    private TermState StateOf(Claim claim, LoadedWorkspace loaded)
    {
#if ROUTER_FAULTS
        loaded = Faults.ForgetTicket(loaded);
#endif
        return new TermState(claim, loaded, _clock.Speed, RealNow);
    }

    private async Task<BatchEnd> StartAsync(TermState state, LoadedWorkspace loaded, TermState? earlier, bool writesLost)
    {
        var goesOn = _isTrusted && !writesLost && TermState.IsUnchanged(earlier, loaded);
        if (!goesOn)
        {
            Distrust(writesLost ? StopReason.WritesLost : StopReason.OwnershipLost);
        }

        if (_clock.NotBefore(state.Engine.Now) is > Limits.UnnoticedMs and var moved)
        {
            LogClockMoved(_workspace, moved);
        }

        if (state.Engine.Now == 0)
        {
            // A new workspace was not away since 1970.
            state.Engine.Advance(_clock.NowMs);
        }

        _steps.Begin();
        StartOwner(state, sessionsLive: goesOn, writesLost);
        var end = await _committer.FinishAsync(new OpenBatch(state, RealNow, _clock.NowMs));
        _isTrusted |= end is BatchEnd.Answered or BatchEnd.AnsweredLate or BatchEnd.Lapsed;
        return end;
    }

    private async Task<BatchEnd> ServeAsync(TermState state, BatchEnd end)
    {
        while (true)
        {
            if (end == BatchEnd.AnsweredLate)
            {
                StartOwner(state, sessionsLive: true, writesLost: false);
            }
            else if (end != BatchEnd.Answered)
            {
                break;
            }

            (_served, _notServed) = (state.Claim, null);
            end = await TurnAsync(state);
        }

        _notServed = end == BatchEnd.Lapsed ? NotServed.StoreAway : NotServed.Starting;
        switch (end)
        {
            case BatchEnd.Fenced:
                Distrust(StopReason.OwnershipLost);
                break;
            case BatchEnd.WritesLost:
                Distrust(StopReason.WritesLost);
                break;
            case BatchEnd.Broken:
                await _wait.PauseAsync(Limits.BrokenRetry);
                break;
        }

        return end;
    }

    /// <summary>One batch, and the wait for the next.</summary>
    private async Task<BatchEnd> TurnAsync(TermState state)
    {
        if (!state.Claim.MayServe)
        {
            return BatchEnd.Lapsed;
        }

        FollowTheClock(state);
        if (_filler.Fill(state) is not var (batch, moreWaits))
        {
            return BatchEnd.Broken;
        }

        var end = await _committer.FinishAsync(batch);
        if (end != BatchEnd.Answered)
        {
            return end;
        }

        state.Submits.Forget(batch.RealNow, state.IsOpen);
        if (OwnerSeat.IsRenewalDue(state.Claim))
        {
            return await _seat.RenewAsync(state.Claim) switch
            {
                LeaseState.Lapsed => BatchEnd.Lapsed,
                LeaseState.Fenced => BatchEnd.Fenced,
                LeaseState.Gap => BatchEnd.WritesLost,
                _ => BatchEnd.Answered,
            };
        }

        return moreWaits || await IdleAsync(state) ? BatchEnd.Answered : BatchEnd.Stopped;
    }

    // Until something arrives, the next deadline, or the next renewal. False once the workspace is stopped and all is answered.
    private ValueTask<bool> IdleAsync(TermState state)
    {
        var deadline = _clock.Until(state.Engine.NextDeadline);
        var renewal = OwnerSeat.UntilRenewal(state.Claim);
        var first = deadline < renewal ? deadline : renewal;
        _bell.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, first.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
        return _inbox.WaitAsync();
    }

    // Time that was skipped is nobody's fault, like that of an outage.
    private void FollowTheClock(TermState state)
    {
        var step = _steps.Look();
        if (step < 0)
        {
            LogClockSetBack(_workspace, -step);
        }
        else if (step > 0)
        {
            LogClockSetForward(_workspace, step);
            StartOwner(state, sessionsLive: true, writesLost: false);
        }
    }

    private void StartOwner(TermState state, bool sessionsLive, bool writesLost) =>
        state.Engine.StartOwner(state.Claim.Term, Math.Max(_clock.NowMs, state.Engine.Now), sessionsLive, writesLost);

    private void OnWaiting(NotServed why)
    {
        _notServed = why;
        if (why == NotServed.OwnedElsewhere)
        {
            Distrust(StopReason.OwnershipLost);
        }
    }

    private void Distrust(StopReason reason)
    {
        if (_isTrusted)
        {
            _isTrusted = false;
            _observers.TellStopped(reason);
        }
    }

    private long RealNow => _clock.Real.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(231, LogLevel.Information, "Term {Term} of workspace {Workspace} ended: {End}")]
    private partial void LogTermEnded(string workspace, long term, BatchEnd end);

    [LoggerMessage(232, LogLevel.Information, "Workspace {Workspace} was stopped while it was not served")]
    private partial void LogStoppedWaiting(string workspace);

    [LoggerMessage(234, LogLevel.Critical, "The loop of workspace {Workspace} failed; it begins again")]
    private partial void LogFailed(Exception error, string workspace);

    [LoggerMessage(235, LogLevel.Warning, "The machine's clock went back by {Step} ms; workspace {Workspace} goes on from the time it had, a tenth slower until the clock has caught up")]
    private partial void LogClockSetBack(string workspace, long step);

    [LoggerMessage(236, LogLevel.Warning, "The machine's clock went {Step} ms ahead at once; nobody in workspace {Workspace} is blamed for that time")]
    private partial void LogClockSetForward(string workspace, long step);

    [LoggerMessage(233, LogLevel.Warning, "The clock was {Moved} ms behind the time saved in workspace {Workspace}; it was moved forward")]
    private partial void LogClockMoved(string workspace, long moved);
}
