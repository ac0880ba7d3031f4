using Grpc.Core;
using Router.AgentClient.Connection;
using Router.AgentClient.Requests;
using Router.AgentClient.State;
using Router.V1;

namespace Router.AgentClient;

/// <summary>
/// Stream after stream until the session is over. State changes on the one flow of updates; only <see cref="Outbox"/> is shared with callers.
/// </summary>
internal sealed class SessionLoop(
    AgentService.AgentServiceClient client, AgentSessionOptions options, TimeProvider time, RequestIds ids, Action<AgentUpdate> publish)
{
    private readonly Outbox _outbox = new(time);
    private readonly Backoff _backoff = new(Random.Shared);
    private readonly SignInRequest _signIn = new(options, ids, time);
    private AgentState _state = new();
    private long _signInSentAt;

    public Task<Answer> Send(WorkRequest request) => _outbox.Send(request);

    public void SendUnanswered(WorkRequest request) => _outbox.SendUnanswered(request);

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                Publish(_state with { Connection = new AgentConnection(ConnectionPhase.Connecting) }, null);
                var end = await OneStreamAsync(stop);
                stop.ThrowIfCancellationRequested();
                if (end.IsFinal)
                {
                    Publish(_state with { Connection = Over(end) }, null);
                    _outbox.CloseWith(Answer.Unknown($"The session is over ({end.Why}) and no answer came before: it may have been done."));
                    return;
                }

                await WaitAsync(end, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Publish(_state with { Connection = new AgentConnection(ConnectionPhase.Over) { Why = "closed here" } }, null);
        }
        finally
        {
            _outbox.Abandon();
        }
    }

    private static AgentConnection Over(StreamEnd end) => new(ConnectionPhase.Over) { Why = end.Why, End = end.Told, Refusal = end.Refusal };

    private async Task WaitAsync(StreamEnd end, CancellationToken stop)
    {
        var wait = _backoff.Next();
        wait = wait < end.RetryAfter ? end.RetryAfter : wait;
        Publish(_state with { Connection = new AgentConnection(ConnectionPhase.Waiting) { Why = end.Why, RetryAt = time.GetUtcNow() + wait } }, null);
        await Task.Delay(wait, time, stop);
    }

    private async Task<StreamEnd> OneStreamAsync(CancellationToken stop)
    {
        Metadata headers;
        try
        {
            headers = await HeadersAsync(stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            return StreamEnd.Broken($"no token: {error.Message}");
        }

        using var stream = new WorkStream(client, time, stop);
        _signInSentAt = time.GetTimestamp();
        stream.Send(_signIn.Next(_state, _outbox.IsLeaving));
        try
        {
            return await stream.RunAsync(headers, update => Handle(stream, update));
        }
        finally
        {
            _outbox.Disconnected();
        }
    }

    private async Task<Metadata> HeadersAsync(CancellationToken stop)
    {
        var headers = new Metadata();
        if (options.Token is not null && await options.Token(stop) is { Length: > 0 } token)
        {
            headers.Add("authorization", $"Bearer {token}");
        }

        if (options.Workspace.Length > 0)
        {
            headers.Add("router-workspace", options.Workspace);
        }

        return headers;
    }

    private void Handle(WorkStream stream, WorkUpdate update)
    {
        switch (update.UpdateCase)
        {
            case WorkUpdate.UpdateOneofCase.SignedIn:
                SignedIn(stream, update);
                break;
            case WorkUpdate.UpdateOneofCase.Heartbeat:
                HeartbeatAnswered(update.Heartbeat);
                break;
            case WorkUpdate.UpdateOneofCase.Done:
                Done(update.Done);
                break;
            case WorkUpdate.UpdateOneofCase.Refused:
                Refused(stream, update.Refused);
                break;
            default:
                Publish(StateChange.Apply(_state, update), update);
                break;
        }
    }

    private void SignedIn(WorkStream stream, WorkUpdate update)
    {
        var told = update.SignedIn;
        var isAnother = _state.SessionId.Length > 0 && !told.Resumed;
        _signIn.Done();
        if (isAnother && _outbox.IsLeaving)
        {
            // The session that was signed out has ended unseen; this one began by asking for it.
            _outbox.SignOutAnew(ids);
        }

        // Before it is published, so that whoever acts on it finds the stream.
        _outbox.Connected(stream);
        Publish(
            StateChange.Apply(_state, update) with
            {
                Connection = new AgentConnection(ConnectionPhase.SignedIn),
                Time = ServerTime.FirstSeen(time, told.ServerTime?.ToDateTimeOffset() ?? time.GetUtcNow(), _signInSentAt, told.ClockSpeed),
            },
            update);
    }

    private void HeartbeatAnswered(HeartbeatAnswer answer)
    {
        // The connection has held for a while.
        _backoff.Reset();
        var clock = answer.ServerTime is { } shown ? _state.Time?.SeenAgain(shown.ToDateTimeOffset(), answer.Tag) : null;
        if (clock is not null && clock != _state.Time)
        {
            Publish(_state with { Time = clock }, null);
        }
    }

    private void Done(Done done)
    {
        if (_outbox.Answered(done.RequestId) is not { } request)
        {
            return;
        }

        if (request.Request.Message is { } message)
        {
            Publish(StateChange.Written(_state, OwnMessage(message, done.MessageNumber)), null);
        }
        else if (request.Request.Decline is { } decline)
        {
            Publish(StateChange.Answered(_state, decline.TicketId, decline.OfferNo), null);
        }

        request.Complete(Answer.Of(done));
    }

    private void Refused(WorkStream stream, Refused refused)
    {
        if (_signIn.Is(refused.RequestId))
        {
            stream.End(_signIn.Refused(refused.Refusal, _state));
            return;
        }

        if (_outbox.Refused(refused, stream) is { } request)
        {
            if (OfferOf(request.Request) is var (ticketId, offerNo) && refused.Refusal.Reason != Reason.Capacity)
            {
                Publish(StateChange.Answered(_state, ticketId, offerNo), null);
            }

            request.Complete(Answer.Of(refused.Refusal));
        }
    }

    private static (string TicketId, int OfferNo)? OfferOf(WorkRequest request) => request switch
    {
        { Accept: { } accept } => (accept.TicketId, accept.OfferNo),
        { Decline: { } decline } => (decline.TicketId, decline.OfferNo),
        _ => null,
    };

    private Message OwnMessage(SendMessage sent, long number) => new()
    {
        TicketId = sent.TicketId,
        Number = number,
        Sender = MessageSender.Agent,
        AgentId = _state.AgentId,
        Language = sent.Language,
        Text = sent.Text,
        Time = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(_state.Time!.Now),
    };

    private void Publish(AgentState state, WorkUpdate? cause)
    {
        _state = state;
        publish(new AgentUpdate(state, cause));
    }
}
