using Router.Server.Store;
using Router.Server.Store.Loading;
using Router.Server.Store.Ownership;

namespace Router.Server.Workspaces.Ownership;

/// <summary>Becomes and stays the owner of a workspace.</summary>
/// <param name="store">The workspace's store.</param>
/// <param name="real">Real time.</param>
/// <param name="wait">Waits for the store.</param>
/// <param name="onWaiting">Told what keeps this server from the workspace, again and again.</param>
/// <param name="logger">For what happens to the ownership.</param>
/// <param name="stopping">The server stops.</param>
internal sealed partial class OwnerSeat(
    WorkspaceStore store, TimeProvider real, PatientWait wait, Action<NotServed> onWaiting, ILogger logger, CancellationToken stopping)
{
    private static readonly string Node = $"{Environment.MachineName}/{Environment.ProcessId}";

    private readonly Alarm _alarm = new(real);
    private readonly Alarm _held = new(real);
    private readonly Alarm _unreadable = new(real);
    private Claim? _claim;

    /// <summary>Whether the lease is to be renewed.</summary>
    public static bool IsRenewalDue(Claim claim) => UntilRenewal(claim) <= TimeSpan.Zero;

    /// <summary>Time until the lease is to be renewed.</summary>
    public static TimeSpan UntilRenewal(Claim claim) => claim.ServesFor - (Claim.Lease - Claim.Margin - Limits.Renewal);

    /// <summary>Claims the workspace as soon as nobody else owns it, and loads it. Tries until it succeeds.</summary>
    /// <param name="stateOf">Makes of what was loaded what the term works with.</param>
    /// <exception cref="OperationCanceledException">The server stops.</exception>
    public async Task<(TermState State, LoadedWorkspace Loaded)> TakeAsync(Func<Claim, LoadedWorkspace, TermState> stateOf)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                var claim = await wait.ForAsync(store.ClaimAsync(Node, "", _claim, OnHeld, stopping));
                _claim = claim;
                _held.Clear();
                var loaded = await wait.ForAsync(store.LoadAsync(claim, stopping), meanwhile: () => KeepAsync(claim));
                var state = await wait.ForAsync(Task.Run(() => stateOf(claim, loaded), CancellationToken.None), meanwhile: () => KeepAsync(claim));
                LogOwned(store.Workspace, claim.Term, loaded.Record.Tickets.Count);
                Answered();
                _unreadable.Clear();
                return (state, loaded);
            }
            catch (StoreUnavailableException error)
            {
                NotAnswered(error);
                onWaiting(NotServed.StoreAway);
                await wait.PauseAsync(Limits.StoreRetry);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                NotReadable(error);
                await GiveFreeAsync();
                await wait.ForAsync(UnlessStoppedAsync(Limits.UnreadableRetry));
            }
        }
    }

    /// <summary>Renews the lease.</summary>
    /// <param name="claim">The term's.</param>
    /// <returns>What is known; <see cref="LeaseState.Unspecified"/> when the store did not answer.</returns>
    /// <exception cref="OperationCanceledException">The server has stopped waiting.</exception>
    public async Task<LeaseState> RenewAsync(Claim claim)
    {
        try
        {
            var state = await wait.ForAsync(store.RenewAsync(claim, CancellationToken.None));
            Answered();
            return state;
        }
        catch (StoreUnavailableException error)
        {
            NotAnswered(error);
            await wait.PauseAsync(Limits.StoreRetry);
            return LeaseState.Unspecified;
        }
    }

    /// <summary>Gives the workspace free if it was ever claimed and the store answers in time.</summary>
    /// <param name="settle">Done before, under the claim.</param>
    public async Task LeaveAsync(Func<Task> settle)
    {
        if (_claim is not { } claim)
        {
            return;
        }

        try
        {
            await wait.ForAsync(DoneAsync(settle), meanwhile: () => KeepAsync(claim));
            await wait.ForAsync(store.ReleaseAsync(claim, CancellationToken.None));
        }
        catch (Exception error) when (error is StoreUnavailableException or OperationCanceledException)
        {
            LogNotReleased(error, store.Workspace);
        }
    }

    private static async Task<bool> DoneAsync(Func<Task> work)
    {
        await work();
        return true;
    }

    // Loading may take longer than a lease.
    private async Task KeepAsync(Claim claim)
    {
        if (IsRenewalDue(claim) && !claim.HasLapsed)
        {
            await RenewAsync(claim);
        }
    }

    // A server of a newer version can read what this one cannot.
    private async Task GiveFreeAsync()
    {
        if (_claim is { } claim)
        {
            _claim = null;
            try
            {
                await wait.ForAsync(store.ReleaseAsync(claim, CancellationToken.None));
            }
            catch (StoreUnavailableException error)
            {
                LogNotReleased(error, store.Workspace);
            }
        }
    }

    private async Task<bool> UnlessStoppedAsync(TimeSpan pause)
    {
        await Task.Delay(pause, real, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    private void OnHeld(Holder holder)
    {
        onWaiting(NotServed.OwnedElsewhere);
        if (_held.Raise())
        {
            LogHeld(store.Workspace, holder.Node, holder.Left.TotalSeconds);
        }
    }

    private void NotReadable(Exception error)
    {
        Answered();
        onWaiting(error is StoreRefusedException newer ? NotServed.Newer(newer.Message) : NotServed.Broken);
        if (_unreadable.Raise())
        {
            LogNotReadable(error, store.Workspace, _unreadable.Lasted.TotalSeconds);
        }
    }

    private void NotAnswered(Exception error)
    {
        if (_alarm.Raise())
        {
            LogNotAnswered(error, store.Workspace, _alarm.Lasted.TotalSeconds);
        }
    }

    private void Answered()
    {
        if (_alarm.IsOn)
        {
            LogAnswered(store.Workspace, _alarm.Lasted.TotalSeconds);
            _alarm.Clear();
        }
    }

    [LoggerMessage(221, LogLevel.Information, "Owner of workspace {Workspace} in term {Term}, with {Tickets} open tickets")]
    private partial void LogOwned(string workspace, long term, int tickets);

    [LoggerMessage(222, LogLevel.Error, "The store does not answer for workspace {Workspace} for {Seconds:0.0} s now; it is asked again")]
    private partial void LogNotAnswered(Exception error, string workspace, double seconds);

    [LoggerMessage(223, LogLevel.Warning, "The store answers again for workspace {Workspace}, after {Seconds:0.0} s")]
    private partial void LogAnswered(string workspace, double seconds);

    [LoggerMessage(224, LogLevel.Information, "Workspace {Workspace} is owned by {Node}; its lease runs for {Seconds:0.0} s")]
    private partial void LogHeld(string workspace, string node, double seconds);

    [LoggerMessage(225, LogLevel.Warning, "Workspace {Workspace} could not be given free: the next owner waits for the lease's end")]
    private partial void LogNotReleased(Exception error, string workspace);

    [LoggerMessage(226, LogLevel.Critical, "Workspace {Workspace} is not served for {Seconds:0.0} s now: what is saved of it cannot be loaded")]
    private partial void LogNotReadable(Exception error, string workspace, double seconds);
}
