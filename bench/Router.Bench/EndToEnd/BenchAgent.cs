using System.Globalization;
using Grpc.Core;
using Router.V1;

namespace Router.Bench.EndToEnd;

/// <summary>An agent who accepts and completes at once: two round trips on his stream for each ticket.</summary>
internal sealed class BenchAgent(AgentService.AgentServiceClient client, Metadata headers, string agentId) : IDisposable
{
    /// <summary>Ends the ids of requests to complete, by which their answers are known.</summary>
    private const char Completing = 'c';

    private readonly AsyncDuplexStreamingCall<WorkRequest, WorkUpdate> _call = client.Work(headers);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _closed = new();
    // The server remembers requests for ten minutes, and one run follows another.
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private long _requests;

    /// <summary>Bytes of all updates so far.</summary>
    public long Bytes { get; private set; }

    public async Task SignInAsync()
    {
        await _call.RequestStream.WriteAsync(new WorkRequest
        {
            RequestId = NextRequestId(),
            SignIn = new SignIn { AgentId = agentId, TakeOver = true, Presence = Presence.Available },
        });
        while (await _call.ResponseStream.MoveNext(CancellationToken.None))
        {
            switch (_call.ResponseStream.Current.UpdateCase)
            {
                case WorkUpdate.UpdateOneofCase.Done:
                    return;
                case WorkUpdate.UpdateOneofCase.Refused:
                    throw new InvalidOperationException($"{agentId}: {_call.ResponseStream.Current.Refused.Refusal.Message}");
            }
        }

        throw new InvalidOperationException($"{agentId}: the stream ended before the sign-in was answered.");
    }

    /// <summary>Works until the stream ends.</summary>
    /// <param name="offered">Told of each offer as it comes.</param>
    /// <param name="completed">Told of each acknowledged completion.</param>
    public async Task WorkAsync(Action<Offer> offered, Action completed)
    {
        var heartbeats = HeartbeatAsync();
        while (await _call.ResponseStream.MoveNext(CancellationToken.None))
        {
            var update = _call.ResponseStream.Current;
            Bytes += update.CalculateSize();
            switch (update.UpdateCase)
            {
                case WorkUpdate.UpdateOneofCase.Offer:
                    offered(update.Offer);
                    await SendAsync(new WorkRequest
                    {
                        RequestId = NextRequestId(),
                        Accept = new AcceptOffer { TicketId = update.Offer.Ticket.Id, OfferNo = update.Offer.OfferNo },
                    });
                    break;
                case WorkUpdate.UpdateOneofCase.Assignment:
                    await SendAsync(new WorkRequest
                    {
                        RequestId = NextRequestId() + Completing,
                        Complete = new CompleteTicket
                        {
                            TicketId = update.Assignment.Ticket.Id,
                            AssignmentNo = update.Assignment.AssignmentNo,
                        },
                    });
                    break;
                case WorkUpdate.UpdateOneofCase.Done when update.Done.RequestId.EndsWith(Completing):
                    completed();
                    break;
                case WorkUpdate.UpdateOneofCase.Refused:
                    throw new InvalidOperationException($"{agentId}: {update.Refused.Refusal.Message}");
            }
        }

        await heartbeats;
    }

    public async Task SignOutAsync()
    {
        await SendAsync(new WorkRequest { RequestId = NextRequestId(), SignOut = new SignOut { WorkInHand = WorkInHand.HandBack } });
        await CompleteAsync();
    }

    public void Dispose()
    {
        _call.Dispose();
        _writing.Dispose();
        _closed.Dispose();
    }

    private async Task CompleteAsync()
    {
        await _closed.CancelAsync();
        await _writing.WaitAsync();
        await _call.RequestStream.CompleteAsync();
    }

    private async Task SendAsync(WorkRequest request)
    {
        await _writing.WaitAsync();
        try
        {
            await _call.RequestStream.WriteAsync(request);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task HeartbeatAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        try
        {
            while (await timer.WaitForNextTickAsync(_closed.Token))
            {
                await SendAsync(new WorkRequest { Heartbeat = new Heartbeat() });
            }
        }
        catch (OperationCanceledException)
        {
            // Signed out.
        }
    }

    private string NextRequestId() => string.Create(CultureInfo.InvariantCulture, $"{_run}-{++_requests}");
}
