using System.Threading.Channels;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Ownership;
using Router.Server.Store.Reading;
using TicketEvents = Router.V1.TicketEvents;

namespace Router.Server.Outbox;

/// <summary>The relay's work in one term of owning a workspace.</summary>
internal sealed partial class RelayTerm : IDisposable
{
    // Finding nothing to trim costs a call all the same.
    private const long EventsBetweenTrims = 10_000;

    // Long enough for many small batches to leave as one message, short enough for nobody to notice.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(3);

    // For a message that is under way when the term ends. A broker that is there takes milliseconds.
    private static readonly TimeSpan LastPublishTime = TimeSpan.FromSeconds(1);

    private readonly WorkspaceStore _store;
    private readonly EventBus _bus;
    private readonly Backlog _backlog;
    private readonly TimeProvider _real;
    private readonly ILogger _logger;
    private readonly UnsentEvents _unsent;
    private readonly RelayAttempts _attempts;
    private readonly CancellationTokenSource _cancel;
    private readonly Channel<long> _newest = Channel.CreateBounded<long>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private Task<Guid>? _publishing;
    private long _trimAt;
    private volatile bool _isThrough;

    public RelayTerm(WorkspaceStore store, Claim claim, EventBus bus, Backlog backlog, TimeProvider real, ILogger logger)
    {
        Claim = claim;
        _store = store;
        _bus = bus;
        _backlog = backlog;
        _real = real;
        _logger = logger;
        _unsent = new UnsentEvents(store, logger);
        _attempts = new RelayAttempts(store.Workspace, bus.Name, real, logger);
        _cancel = new CancellationTokenSource(Timeout.InfiniteTimeSpan, real);
    }

    public Claim Claim { get; }

    /// <summary>Whether events of this term have got through, and nothing has failed since.</summary>
    public bool IsThrough => _isThrough && !_attempts.IsFailing;

    /// <summary>Ends, never with an error, when nothing more is published in this term.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins when the term before has ended.</summary>
    public void Start(Task after) => Ended = Task.Run(() => RunAsync(after));

    /// <summary>Events up to a number wait to be published.</summary>
    public void Committed(long newest) => _newest.Writer.TryWrite(newest);

    /// <summary>Publishes what there is and ends: after 3 seconds at the latest, and at once when the bus or the store is away.</summary>
    public void Finish()
    {
        _attempts.IsLast = true;
        _newest.Writer.TryComplete();
        if (_attempts.IsFailing)
        {
            _cancel.Cancel();
        }
        else
        {
            _cancel.CancelAfter(FlushTime);
        }
    }

    /// <summary>Ends.</summary>
    public void Cancel() => _cancel.Cancel();

    public void Dispose() => _cancel.Dispose();

    private async Task RunAsync(Task after)
    {
        try
        {
            await after;
            var relayed = await DoAsync(_store.RelayedAsync);
            _unsent.Begin(relayed);
            _backlog.Relayed(relayed?.Number ?? 0);
            while (await _newest.Reader.WaitToReadAsync(_cancel.Token))
            {
                if (!_attempts.IsLast)
                {
                    await Task.Delay(Gathering, _real, _cancel.Token);
                }

                if (_newest.Reader.TryRead(out var newest) && !await RelayAsync(newest))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            LogEnded(null, _store.Workspace, Claim.Term, _unsent.Next);
        }
        catch (Exception error) when (_attempts.IsLast)
        {
            LogEnded(error, _store.Workspace, Claim.Term, _unsent.Next);
        }
        catch (Exception error)
        {
            LogBroken(error, _store.Workspace, Claim.Term, _unsent.Next);
        }
        finally
        {
            await LastPublishedAsync();
        }
    }

    // False when the workspace is another's.
    private async Task<bool> RelayAsync(long newest)
    {
        while (_unsent.Next <= newest)
        {
            if (!await (_bus.HasConsumers ? PublishAsync() : PassOverAsync(newest)))
            {
                return false;
            }

            _isThrough = true;
            _backlog.Relayed(_unsent.Next - 1);
            await TrimAsync(newest);
        }

        return true;
    }

    private async Task<bool> PublishAsync()
    {
        var message = await DoAsync(_unsent.PeekAsync);
        _publishing = null;
        await DoAsync(cancel => PublishedAsync(message, cancel));
        if (!await MoveCursorAsync(new EventPosition(message.Term, message.First + message.Facts.Count - 1)))
        {
            return false;
        }

        _unsent.Sent(message);
        return true;
    }

    // Waits for one that is under way, which cannot be cut, before it is sent again.
    private Task<Guid> PublishedAsync(TicketEvents message, CancellationToken cancel)
    {
        if (_publishing is not { IsFaulted: false, IsCanceled: false })
        {
            _publishing = _bus.PublishAsync(message);
        }

        return _publishing.WaitAsync(cancel);
    }

    // So that it does not overtake what the next term sends.
    private async Task LastPublishedAsync()
    {
        if (_publishing is Task last && !_attempts.IsFailing)
        {
            await last.WaitAsync(LastPublishTime, _real).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What was told is of this term.
    private async Task<bool> PassOverAsync(long newest)
    {
        if (!await MoveCursorAsync(new EventPosition(Claim.Term, newest)))
        {
            return false;
        }

        _unsent.Skip(newest);
        return true;
    }

    private async Task<bool> MoveCursorAsync(EventPosition last)
    {
        var answer = await DoAsync(cancel => _store.MoveRelayedAsync(Claim, last, cancel));
        if (answer != CommitAnswer.Applied)
        {
            LogNotOurs(_store.Workspace, Claim.Term, answer);
        }

        return answer == CommitAnswer.Applied;
    }

    private async Task TrimAsync(long newest)
    {
        if (_unsent.Next >= _trimAt)
        {
            await DoAsync(cancel => _store.TrimEventsAsync(Claim, newest, cancel));
            _trimAt = _unsent.Next + EventsBetweenTrims;
        }
    }

    private Task<T> DoAsync<T>(Func<CancellationToken, Task<T>> step) => _attempts.DoAsync(step, _cancel.Token);

    [LoggerMessage(503, LogLevel.Information, "Events of workspace {Workspace} are published no further in term {Term}: {Next} would be the next")]
    private partial void LogEnded(Exception? error, string workspace, long term, long next);

    [LoggerMessage(505, LogLevel.Critical, "Events of workspace {Workspace} are published no further in term {Term}: {Next} would be the next")]
    private partial void LogBroken(Exception error, string workspace, long term, long next);

    [LoggerMessage(504, LogLevel.Information, "Events of workspace {Workspace} are published by another owner than that of term {Term}: {Answer}")]
    private partial void LogNotOurs(string workspace, long term, CommitAnswer answer);
}
