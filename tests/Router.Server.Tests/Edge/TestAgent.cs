using Grpc.Core;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>An agent's stream in a test's hands.</summary>
public sealed class TestAgent : IDisposable
{
    private readonly AsyncDuplexStreamingCall<V1.WorkRequest, V1.WorkUpdate> _call;
    private readonly Queue<V1.WorkUpdate> _passed = [];
    private int _requests;

    /// <summary>Opens a stream.</summary>
    /// <param name="caller">Whose token it carries.</param>
    public TestAgent(TestCaller caller) => _call = caller.Agents.Work();

    /// <summary>The state with which he signed in.</summary>
    public V1.SignedIn? SignedIn { get; private set; }

    /// <summary>Signs in and waits until that is done.</summary>
    /// <param name="caller">Whose token.</param>
    /// <param name="signIn">How; null for available on all channels.</param>
    public static async Task<TestAgent> SignInAsync(TestCaller caller, V1.SignIn? signIn = null)
    {
        var agent = new TestAgent(caller);
        var id = await agent.AskAsync(new V1.WorkRequest { SignIn = signIn ?? new V1.SignIn { Presence = V1.Presence.Available } });
        agent.SignedIn = (await agent.NextAsync(V1.WorkUpdate.UpdateOneofCase.SignedIn)).SignedIn;
        await agent.DoneAsync(id);
        return agent;
    }

    /// <summary>Sends a request as it is.</summary>
    /// <param name="request">The request.</param>
    public Task SendAsync(V1.WorkRequest request) => _call.RequestStream.WriteAsync(request);

    /// <summary>Sends a request with an id of its own.</summary>
    /// <param name="request">The request; its id is set where it has none.</param>
    /// <returns>Its id.</returns>
    public async Task<string> AskAsync(V1.WorkRequest request)
    {
        if (request.RequestId.Length == 0)
        {
            request.RequestId = $"{GetHashCode()}-{++_requests}";
        }

        await SendAsync(request);
        return request.RequestId;
    }

    /// <summary>Sends a request and awaits that it is done.</summary>
    /// <param name="request">The request.</param>
    public async Task<V1.Done> DoAsync(V1.WorkRequest request) => await DoneAsync(await AskAsync(request));

    /// <summary>Sends a request and awaits that it is refused.</summary>
    /// <param name="request">The request.</param>
    public async Task<V1.Refusal> RefusedAsync(V1.WorkRequest request)
    {
        var id = await AskAsync(request);
        var update = await FindAsync(u => u.Refused?.RequestId == id || u.Done?.RequestId == id, $"refusal of {id}");
        return update.Refused?.Refusal ?? throw new InvalidOperationException($"It was done: {update}");
    }

    /// <summary>Awaits the next update of a kind; others before it are kept for later.</summary>
    /// <param name="kind">The kind.</param>
    public Task<V1.WorkUpdate> NextAsync(V1.WorkUpdate.UpdateOneofCase kind) => FindAsync(u => u.UpdateCase == kind, kind.ToString());

    /// <summary>Awaits the very next update, whatever it is.</summary>
    public Task<V1.WorkUpdate> NextAsync() => FindAsync(_ => true, "an update");

    /// <summary>Awaits the end of the stream.</summary>
    /// <returns>How it ended.</returns>
    public async Task<Status> EndAsync()
    {
        try
        {
            while (await Eventually.DoneAsync(_call.ResponseStream.MoveNext(CancellationToken.None), "the end of the stream"))
            {
                _passed.Enqueue(_call.ResponseStream.Current);
            }
        }
        catch (RpcException)
        {
            // The status tells it.
        }

        return _call.GetStatus();
    }

    /// <summary>Says that nothing more is asked.</summary>
    public Task CompleteAsync() => _call.RequestStream.CompleteAsync();

    public void Dispose() => _call.Dispose();

    private async Task<V1.Done> DoneAsync(string id)
    {
        var update = await FindAsync(u => u.Done?.RequestId == id || u.Refused?.RequestId == id, $"done of {id}");
        return update.Done ?? throw new InvalidOperationException($"It was refused: {update}");
    }

    private async Task<V1.WorkUpdate> FindAsync(Func<V1.WorkUpdate, bool> isIt, string what)
    {
        for (var left = _passed.Count; left > 0; left--)
        {
            var passed = _passed.Dequeue();
            if (isIt(passed))
            {
                // The rest keeps its order.
                for (var rest = left - 1; rest > 0; rest--)
                {
                    _passed.Enqueue(_passed.Dequeue());
                }

                return passed;
            }

            _passed.Enqueue(passed);
        }

        while (await Eventually.DoneAsync(_call.ResponseStream.MoveNext(CancellationToken.None), what))
        {
            var update = _call.ResponseStream.Current;
            if (isIt(update))
            {
                return update;
            }

            _passed.Enqueue(update);
        }

        throw new InvalidOperationException($"The stream ended before {what}: {string.Join("; ", _passed)}");
    }
}
