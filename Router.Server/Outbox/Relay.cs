using Router.Server.Store;
using Router.Server.Workspaces;

namespace Router.Server.Outbox;

/// <summary>
/// Publishes the events of a workspace while this server owns it: from the relay's cursor, in order, one message at a time, each until it
/// is confirmed. The cursor moves after that, so that a crash repeats and never skips.
/// </summary>
internal sealed class Relay(WorkspaceStore store, EventBus bus, Backlog backlog, TimeProvider real, ILogger<Relay> logger)
    : IBatchObserver, IAsyncDisposable
{
    private RelayTerm? _term;
    private bool _isOwner;

    public RelayState State => backlog.State(_isOwner && _term is { IsThrough: false });

    public void OnCommitted(CommittedBatch batch)
    {
        if (batch.Changes.Facts.Count == 0)
        {
            return;
        }

        _isOwner = true;
        var newest = batch.Changes.Facts[^1].Number;
        backlog.Committed(newest);
        if (_term is not { } term || term.Claim != batch.Claim)
        {
            // One at a time, also across terms.
            var before = _term;
            before?.Cancel();
            _term = term = new RelayTerm(store, batch.Claim, bus, backlog, real, logger);
            term.Start(after: before?.Ended ?? Task.CompletedTask);
        }

        term.Committed(newest);
    }

    public void OnStopped(StopReason reason)
    {
        _isOwner = false;
        if (reason == StopReason.ShuttingDown)
        {
            _term?.Finish();
        }
        else
        {
            _term?.Cancel();
        }
    }

    public Task SettleAsync() => _term?.Ended ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _term, null) is { } term)
        {
            term.Cancel();
            await term.Ended;
            term.Dispose();
        }
    }
}
