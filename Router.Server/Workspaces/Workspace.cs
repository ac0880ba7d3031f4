using System.Runtime.CompilerServices;
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Server.Clock;
using Router.Server.Statistics;
using Router.Server.Store;
using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Intake;

namespace Router.Server.Workspaces;

/// <summary>
/// A workspace as the rest of the server uses it. Everything goes through its one loop and is answered after it is committed. Safe for use by
/// many threads.
/// </summary>
/// <remarks>
/// A call that the engine did not answer ends with a <see cref="WorkspaceUnavailableException"/>. While the store does not answer, a call is
/// ended after its patience: with <see cref="Reason.StoreUnavailable"/> when it was not begun, with <see cref="Reason.OutcomeUnknown"/> when it
/// was. A call whose token is cancelled before it was begun is not begun; later the token has no effect.
/// </remarks>
public sealed class Workspace : IAsyncDisposable
{
    private readonly ServerClock _clock;
    private readonly Inbox _inbox;
    private readonly Observers _observers;
    private readonly SubmitGate _gate = new();
    private readonly WorkspaceStop _stop;
    private readonly WorkspaceLoop _loop;
    private Task _running = Task.CompletedTask;
    private int _isStopping;
    private int _isDisposed;

    internal Workspace(WorkspaceStore store, string displayName, ServerClock clock, ILoggerFactory loggers, CommitCall? commit = null)
    {
        var logger = loggers.CreateLogger<Workspace>();
        Store = store;
        DisplayName = displayName;
        _clock = clock;
        _inbox = new Inbox(clock.Real);
        _observers = new Observers(store.Workspace, logger);
        _stop = new WorkspaceStop(clock.Real);
        _loop = new WorkspaceLoop(store, commit ?? store.CommitAsync, clock, _inbox, _observers, _stop, logger);
    }

    /// <summary>Its id.</summary>
    public string Id => Store.Workspace;

    /// <summary>Its name for people.</summary>
    public string DisplayName { get; }

    /// <summary>What can be read beside the loop: closed tickets, conversations, past events.</summary>
    public WorkspaceStore Store { get; }

    /// <summary>Whether calls are answered now.</summary>
    public bool IsServing => NotServed is null;

    /// <summary>Why calls are not answered now, or null while they are.</summary>
    public NotServed? NotServed => _loop.NotServed;

    /// <summary>Asks for a change; not for submits.</summary>
    /// <param name="command">The change. A lost session is told for as long as it takes.</param>
    /// <param name="request">Makes it repeatable, or null.</param>
    /// <param name="patience">How long the caller waits when the store does not answer, see <see cref="CallPatience"/>; null for 5 seconds.</param>
    /// <param name="cancel">The caller's.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="WorkspaceUnavailableException">It was not answered.</exception>
    public ValueTask<Outcome> ExecuteAsync(
        Command command, RequestKey? request = null, TimeSpan? patience = null, CancellationToken cancel = default) =>
        Execute(command, request, patience, goesOnElsewhere: true, cancel);

    /// <summary>As <see cref="ExecuteAsync"/>, for who only queues the answer: what he does after the wait runs on the loop, and must not block it.</summary>
    internal ValueTask<Outcome> ExecuteForQueueAsync(Command command, RequestKey? request, TimeSpan patience, CancellationToken cancel) =>
        Execute(command, request, patience, goesOnElsewhere: false, cancel);

    private ValueTask<Outcome> Execute(
        Command command, RequestKey? request, TimeSpan? patience, bool goesOnElsewhere, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command is Submit)
        {
            throw new ArgumentException($"Submits go through {nameof(SubmitAsync)}.", nameof(command));
        }

        // A session that is not known to be lost would stay available for ever.
        var waits = command is LoseSession ? TimeSpan.MaxValue : patience ?? Limits.Patience;
        return new(Add(new PendingCommand(command, request, goesOnElsewhere) { Patience = waits, Cancel = cancel }));
    }

    /// <summary>Submits a ticket. The same source and external id, within a day or while the ticket is open, are the same ticket.</summary>
    /// <param name="command">The ticket.</param>
    /// <param name="patience">As for <see cref="ExecuteAsync"/>.</param>
    /// <param name="cancel">The caller's.</param>
    /// <returns>The new ticket, or the earlier one as it is now; or why it was refused.</returns>
    /// <exception cref="WorkspaceUnavailableException">It was not answered, or refused for load.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SubmitOutcome> SubmitAsync(Submit command, TimeSpan? patience = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (_gate.Closed is { } why)
        {
            throw WorkspaceUnavailableException.Overloaded(Limits.RetrySubmit, why);
        }

        var work = new PendingSubmit(command) { Patience = patience ?? Limits.Patience, Cancel = cancel };
        if (!_gate.TryEnter(work.Size))
        {
            throw WorkspaceUnavailableException.Overloaded(Limits.RetrySubmit);
        }

        try
        {
            var answer = await Add(work);
            return answer.ClosedTicketId is { } closed
                ? new(await ClosedAsync(closed, cancel), Created: false)
                : new(answer.Outcome, answer.Created);
        }
        finally
        {
            _gate.Leave(work.Size);
        }
    }

    /// <summary>Asks the engine something. The answer is true for the time of the call and told when all before it is committed.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="query">Called on the loop: reads, and keeps nothing of the engine.</param>
    /// <param name="patience">As for <see cref="ExecuteAsync"/>.</param>
    /// <param name="cancel">The caller's.</param>
    /// <exception cref="WorkspaceUnavailableException">It was not answered.</exception>
    public ValueTask<T> QueryAsync<T>(Func<WorkspaceEngine, T> query, TimeSpan? patience = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(Add(new PendingQuery<T>(state => query(state.Engine)) { Patience = patience ?? Limits.Patience, Cancel = cancel }));
    }

    /// <summary>Asks the engine and the statistics something, as <see cref="QueryAsync"/> does; the statistics are those of all batches before.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="query">Called on the loop: reads, and keeps nothing of either.</param>
    /// <param name="patience">As for <see cref="ExecuteAsync"/>.</param>
    /// <param name="cancel">The caller's.</param>
    /// <exception cref="WorkspaceUnavailableException">It was not answered.</exception>
    public ValueTask<T> QueryStatisticsAsync<T>(
        Func<WorkspaceEngine, TallyBook, T> query, TimeSpan? patience = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(Add(new PendingQuery<T>(state => query(state.Engine, state.Statistics)) { Patience = patience ?? Limits.Patience, Cancel = cancel }));
    }

    /// <summary>The ticket that a source and external id are, or null: for a day after the submit, and as long as it is open.</summary>
    /// <param name="source">The adapter.</param>
    /// <param name="externalId">Its own id of the ticket.</param>
    /// <param name="patience">As for <see cref="ExecuteAsync"/>.</param>
    /// <param name="cancel">The caller's.</param>
    /// <exception cref="WorkspaceUnavailableException">It was not answered.</exception>
    public ValueTask<string?> FindTicketIdAsync(
        string source, string externalId, TimeSpan? patience = null, CancellationToken cancel = default) =>
        new(Add(new PendingLookup(source, externalId) { Patience = patience ?? Limits.Patience, Cancel = cancel }));

    /// <summary>Watches the workspace from now on. Called inside a query, the watcher sees all that the query did not, and perhaps a
    /// little that it did.</summary>
    /// <param name="observer">The watcher.</param>
    /// <returns>Ends it when disposed of.</returns>
    public IDisposable Observe(IBatchObserver observer) => _observers.Add(observer);

    /// <summary>Refuses every submit as overloaded, or no longer. All else goes on.</summary>
    /// <param name="why">What has fallen too far behind, as the end of "Nothing was done: "; null to take submits again.</param>
    public void RefuseSubmits(string? why) => _gate.Closed = why;

    /// <summary>Stops and waits for the end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        BeginStop();
        await _running;
        _loop.Dispose();
        _stop.Dispose();
    }

    internal void Start() => _running = Task.Run(_loop.RunAsync);

    /// <summary>No new work from now on; what has come in is answered, then watchers are told, then the workspace is given free.</summary>
    internal void BeginStop()
    {
        if (Interlocked.Exchange(ref _isStopping, 1) == 0)
        {
            _inbox.Close();
            _stop.Request();
        }
    }

    private Task<T> Add<T>(PendingWork<T> work)
    {
        work.Arrive(_clock.NowMs, _clock.Real.GetTimestamp());
        if (!_inbox.TryAdd(work))
        {
            work.Fail(WorkspaceUnavailableException.ShuttingDown());
        }

        return work.Task;
    }

    private async Task<Outcome> ClosedAsync(string ticketId, CancellationToken cancel)
    {
        try
        {
            return await Store.ClosedTickets.FindAsync(ticketId, cancel) is { } ticket
                ? Outcome.Done(new Submitted(ticketId, ticket.State, ticket.CreatedAt, Place: null, Unroutable: false))
                : Outcome.Refused(Reason.UnknownTicket, $"Ticket {ticketId} is no longer kept.", ("ticket_id", ticketId));
        }
        catch (StoreUnavailableException)
        {
            throw WorkspaceUnavailableException.StoreUnavailable();
        }
    }
}
