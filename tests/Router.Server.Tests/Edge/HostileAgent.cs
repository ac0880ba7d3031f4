using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>An agent who accepts what he is offered, and else asks whatever comes; when his stream ends, he opens another.</summary>
/// <param name="caller">Who may sign in anybody.</param>
/// <param name="agentId">The agent.</param>
/// <param name="messages">What he asks.</param>
internal sealed class HostileAgent(TestCaller caller, string agentId, HostileMessages messages) : IDisposable
{
    private readonly List<string> _wrong = [];
    private AsyncDuplexStreamingCall<V1.WorkRequest, V1.WorkUpdate>? _call;
    private Task _reading = Task.CompletedTask;
    private int _requests;

    /// <summary>What the server should not have said.</summary>
    public IReadOnlyList<string> Wrong
    {
        get
        {
            lock (_wrong)
            {
                return [.. _wrong];
            }
        }
    }

    /// <summary>Asks once.</summary>
    public async Task AskAsync()
    {
        if (_call is null || _reading.IsCompleted)
        {
            _call?.Dispose();
            _call = caller.Agents.Work();
            _reading = ReadAsync(_call);
            await SendAsync(new() { SignIn = new() { AgentId = agentId, TakeOver = true, Presence = V1.Presence.Available } });
        }

        await SendAsync((V1.WorkRequest)messages.Next(V1.WorkRequest.Descriptor));
    }

    public void Dispose() => _call?.Dispose();

    private async Task SendAsync(V1.WorkRequest request)
    {
        if (request.RequestId.Length < 2)
        {
            request.RequestId = $"{agentId}-{Interlocked.Increment(ref _requests)}";
        }

        try
        {
            await _call!.RequestStream.WriteAsync(request);
        }
        catch (Exception over) when (over is RpcException or InvalidOperationException)
        {
            // The reader says why.
        }
    }

    private async Task ReadAsync(AsyncDuplexStreamingCall<V1.WorkRequest, V1.WorkUpdate> call)
    {
        try
        {
            await foreach (var update in call.ResponseStream.ReadAllAsync())
            {
                Check(update.Refused?.Refusal is { } refusal && (refusal.Reason is V1.Reason.Internal or V1.Reason.Unspecified || refusal.Message.Any(char.IsControl)), update);
                if (update.Offer is { } offer)
                {
                    await SendAsync(new() { Accept = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } });
                }
            }
        }
        catch (RpcException ended)
        {
            Check(ended.StatusCode is StatusCode.Internal or StatusCode.Unknown, ended.Status);
        }
    }

    private void Check(bool isWrong, object said)
    {
        if (isWrong)
        {
            lock (_wrong)
            {
                _wrong.Add($"{agentId} is told {said}");
            }
        }
    }
}
