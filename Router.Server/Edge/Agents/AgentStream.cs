using System.Threading.Channels;
using Router.Engine.Tickets;
using Router.Server.Edge.Access;

namespace Router.Server.Edge.Agents;

/// <summary>
/// One stream of an agent's client: what is still to be written to it, and how it ends. Until it is seated, what happens is kept back,
/// because the state that it begins with may hold it already.
/// </summary>
/// <param name="caller">Whose it is.</param>
/// <param name="heardAt">When it was opened, as a timestamp of real time.</param>
internal sealed class AgentStream(Caller caller, long heardAt) : IDisposable
{
    /// <summary>Updates that the client may leave unread.</summary>
    public const int MostUnread = 64;

    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly Lock _lock = new();
    private List<(long Number, Outgoing Item)>? _early = [];
    private long _batch;
    private int _unread;
    private long _heardAt = heardAt;
    private StreamEnd? _end;

    /// <summary>Whose it is.</summary>
    public Caller Caller => caller;

    /// <summary>The agent; empty before he asks to sign in.</summary>
    public string AgentId
    {
        get;
        set => (field, RequestCaller) = (value, $"agent:{value}");
    } = "";

    /// <summary>Whose requests they are: a request id is the agent's, whatever stream it comes by.</summary>
    public string RequestCaller { get; private set; } = "";

    /// <summary>His session; empty before he asks to sign in.</summary>
    public string SessionId { get; set; } = "";

    /// <summary>Number of the last fact that the state held with which it was seated; -1 before.</summary>
    public long SeatedAt { get; private set; } = -1;

    /// <summary>Its requests that are without an answer.</summary>
    public UnansweredRequests Unanswered { get; } = new();

    /// <summary>Whether its client has asked to sign out and has no answer yet: he is told by that.</summary>
    public bool IsSigningOut { get; set; }

    /// <summary>How it ends, once that is known.</summary>
    public StreamEnd? End => Volatile.Read(ref _end);

    /// <summary>Fires when it ends: nothing more is read.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Fires when nothing more can be written.</summary>
    public CancellationToken Abort => _abort.Token;

    /// <summary>When the client was last heard, as a timestamp of real time.</summary>
    public long HeardAt
    {
        get => Volatile.Read(ref _heardAt);
        set => Volatile.Write(ref _heardAt, value);
    }

    /// <summary>What is to be written, in order; ends after the last.</summary>
    public ChannelReader<Outgoing> Pending => _outgoing.Reader;

    /// <summary>Tells what happened.</summary>
    /// <param name="number">Number of the fact; <see cref="long.MaxValue"/> for a message, which is told in any case.</param>
    /// <param name="item">What.</param>
    /// <param name="batch">The batch that says so, by a number of its own: all that it tells counts as one.</param>
    /// <returns>False when the client has left too much unread.</returns>
    public bool Tell(long number, Outgoing item, long batch)
    {
        lock (_lock)
        {
            if (_early is { } early)
            {
                early.Add((number, item));
                return true;
            }

            var isFirst = batch != _batch;
            _batch = batch;
            _outgoing.Writer.TryWrite(item with { IsCounted = isFirst });
            return !isFirst || Interlocked.Increment(ref _unread) <= MostUnread;
        }
    }

    /// <summary>Answers a request.</summary>
    /// <param name="update">The answer.</param>
    public void Answer(V1.WorkUpdate update) => _outgoing.Writer.TryWrite(new Outgoing(update));

    /// <summary>Begins with a state; what has happened since follows.</summary>
    /// <param name="lastFact">Number of the last fact that the state holds.</param>
    /// <param name="state">The state, and what else comes before all news.</param>
    /// <param name="lastMessages">Numbers of the last messages that the state holds, by ticket.</param>
    public void Seat(long lastFact, IEnumerable<V1.WorkUpdate> state, IReadOnlyDictionary<string, long> lastMessages)
    {
        lock (_lock)
        {
            SeatedAt = lastFact;
            foreach (var update in state)
            {
                _outgoing.Writer.TryWrite(new Outgoing(update));
            }

            foreach (var (number, item) in _early ?? [])
            {
                var isKnown = item.What is Message message
                    ? message.Number <= lastMessages.GetValueOrDefault(message.TicketId)
                    : number <= lastFact;
                if (!isKnown)
                {
                    _outgoing.Writer.TryWrite(item);
                }
            }

            _early = null;
        }
    }

    /// <summary>Is nobody's again: what was kept back for the agent is of no use.</summary>
    public void Unname()
    {
        lock (_lock)
        {
            AgentId = "";
            SessionId = "";
            _early = [];
        }
    }

    /// <summary>One batch less has something unread: the first of what it told is written.</summary>
    public void Written() => Interlocked.Decrement(ref _unread);

    /// <summary>Nothing more is to be written after what is pending.</summary>
    public void Complete() => _outgoing.Writer.TryComplete();

    /// <summary>Ends the stream; a second time changes nothing.</summary>
    /// <param name="end">How.</param>
    /// <returns>Whether it was the first time.</returns>
    public bool EndBy(StreamEnd end)
    {
        lock (_lock)
        {
            if (_end is not null)
            {
                return false;
            }

            Volatile.Write(ref _end, end);
            _outgoing.Writer.TryWrite(new Outgoing(end.ToUpdate()));
            _outgoing.Writer.TryComplete();
            _ = _over.CancelAsync();
            _abort.CancelAfter(StreamEnd.LastWriteTime);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _end ??= StreamEnd.ClientGone;
            _over.Dispose();
            _abort.Dispose();
        }
    }
}
