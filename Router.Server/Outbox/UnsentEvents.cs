using Router.Server.Store;
using Router.Server.Store.Reading;
using Contract = Router.V1;

namespace Router.Server.Outbox;

/// <summary>The events after the relay's cursor, read from the store and cut into messages.</summary>
internal sealed partial class UnsentEvents(WorkspaceStore store, ILogger logger)
{
    private const int BatchesPerRead = 32;

    private readonly Queue<Contract.Event> _read = [];

    // A crash may have left a message of unknown length unconfirmed, and what is sent under its id again must not be longer: whoever drops
    // the repeated id would lose the rest.
    private int _most = 1;

    /// <summary>The number of the first event that is not published.</summary>
    public long Next { get; private set; } = 1;

    /// <summary>Goes on after the last event that was published.</summary>
    /// <param name="relayed">Where that is, or null when there was none.</param>
    public void Begin(EventPosition? relayed) => Next = (relayed?.Number ?? 0) + 1;

    /// <summary>The next message. The same until it is <see cref="Sent"/>.</summary>
    /// <exception cref="StoreUnavailableException">Redis did not answer, or has not what it has confirmed.</exception>
    public async Task<Contract.TicketEvents> PeekAsync(CancellationToken cancel)
    {
        if (_read.Count == 0)
        {
            await ReadAsync(cancel);
        }

        var position = _read.Peek().Position;
        return new()
        {
            Workspace = store.Workspace,
            Term = position.Term,
            First = position.Number,
            Facts = [.. _read.Take(_most).TakeWhile(e => e.Position.Term == position.Term)],
        };
    }

    /// <summary>A message was published.</summary>
    public void Sent(Contract.TicketEvents message)
    {
        for (var i = 0; i < message.Facts.Count; i++)
        {
            _read.Dequeue();
        }

        Next = message.First + message.Facts.Count;
        _most = Contract.TicketEvents.MostFacts;
    }

    /// <summary>Events up to a number, committed in this term, are not to be sent.</summary>
    public void Skip(long last)
    {
        _read.Clear();
        Next = last + 1;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var events = await store.Events.ReadAsync(Next, BatchesPerRead, cancel);
        if (events.Count == 0)
        {
            throw new StoreUnavailableException($"Redis has no event {Next} of the workspace {store.Workspace}, which it has confirmed.");
        }

        var first = events[0].Position.Number;
        if (first != Next)
        {
            LogMissing(store.Workspace, Next, first - 1);
            Next = first;
        }

        foreach (var one in events)
        {
            _read.Enqueue(one);
        }
    }

    [LoggerMessage(521, LogLevel.Critical, "Events {First} to {Last} of workspace {Workspace} are gone from Redis before they were published")]
    private partial void LogMissing(string workspace, long first, long last);
}
