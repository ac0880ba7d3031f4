using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

/// <summary>One agent's stream, seen from the server.</summary>
internal sealed class FakeStream(IAsyncStreamReader<WorkRequest> requests, IServerStreamWriter<WorkUpdate> updates, ServerCallContext context)
{
    private readonly Channel<WorkRequest> _seen = Channel.CreateUnbounded<WorkRequest>();
    private readonly Channel<WorkUpdate> _said = Channel.CreateUnbounded<WorkUpdate>();

    public Metadata Headers { get; } = context.RequestHeaders;

    public bool AnswersHeartbeats { get; set; } = true;

    /// <summary>Server time told in answers to heartbeats; absent for the machine's.</summary>
    public Func<DateTimeOffset> Clock { get; set; } = TimeProvider.System.GetUtcNow;

    /// <summary>Says what the test says until it ends the stream.</summary>
    public async Task RunAsync()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var reading = ReadAsync(over.Token);
        try
        {
            await foreach (var update in _said.Reader.ReadAllAsync(context.CancellationToken))
            {
                await updates.WriteAsync(update);
            }
        }
        finally
        {
            // Kestrel serves the next call with the same request body: a read that is left behind takes what that one sends.
            await over.CancelAsync();
            await reading;
        }
    }

    /// <summary>The next request that is not a heartbeat.</summary>
    public Task<WorkRequest> NextAsync() => Eventually.DoneAsync(ReadOneAsync(), "the next request of a client");

    public Task<WorkRequest> ReadOneAsync() => _seen.Reader.ReadAsync().AsTask();

    /// <summary>The next request, which is of a kind.</summary>
    public async Task<T> NextAsync<T>(Func<WorkRequest, T?> pick)
        where T : class
    {
        var request = await NextAsync();
        return pick(request) ?? throw new InvalidOperationException($"Another request came: {request}");
    }

    public void Say(WorkUpdate update) => _said.Writer.TryWrite(update);

    public void Done(WorkRequest request, Action<Done>? fill = null)
    {
        var done = new Done { RequestId = request.RequestId };
        fill?.Invoke(done);
        Say(new WorkUpdate { Done = done });
    }

    public void Refuse(WorkRequest request, Reason reason, TimeSpan? retryAfter = null) => Say(new WorkUpdate
    {
        Refused = new Refused
        {
            RequestId = request.RequestId,
            Refusal = new Refusal { Reason = reason, Message = $"refused: {reason}", RetryAfter = retryAfter is { } wait ? Duration.FromTimeSpan(wait) : null },
        },
    });

    /// <summary>Takes the sign-in and answers it.</summary>
    public async Task<SignIn> SignInAsync(Action<SignedIn>? fill = null)
    {
        var request = await NextAsync();
        var signIn = request.SignIn ?? throw new InvalidOperationException($"Not a sign-in: {request}");
        var signedIn = Told.SignedIn(signIn, Clock());
        fill?.Invoke(signedIn);
        Say(new WorkUpdate { SignedIn = signedIn });
        Done(request);
        return signIn;
    }

    /// <summary>Ends the stream and says why.</summary>
    public void End(SessionEnd reason, bool reconnect)
    {
        Say(new WorkUpdate { SessionEnded = new SessionEnded { Reason = reason, Reconnect = reconnect } });
        _said.Writer.TryComplete();
    }

    /// <summary>Ends the call with a status.</summary>
    public void Fail(StatusCode code, string detail) => _said.Writer.TryComplete(new RpcException(new Status(code, detail)));

    /// <summary>Breaks the stream without a word.</summary>
    public void Break()
    {
        context.GetHttpContext().Abort();
        _said.Writer.TryComplete();
    }

    private async Task ReadAsync(CancellationToken over)
    {
        try
        {
            await foreach (var request in requests.ReadAllAsync(over))
            {
                if (request.Heartbeat is not { } heartbeat)
                {
                    _seen.Writer.TryWrite(request);
                }
                else if (AnswersHeartbeats)
                {
                    var answer = new HeartbeatAnswer { Tag = heartbeat.Tag, ServerTime = Timestamp.FromDateTimeOffset(Clock()) };
                    Say(new WorkUpdate { Heartbeat = answer });
                }
            }
        }
        catch (Exception error) when (error is RpcException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The client is gone.
        }
    }
}
