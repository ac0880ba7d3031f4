using System.Collections.Concurrent;
using Grpc.Core;
using Router.AgentClient;
using Router.AgentClient.Auto;
using Router.AgentClient.Connection;
using Router.ProcessTests.Infrastructure;
using Router.V1;

namespace Router.ProcessTests.Kill;

/// <summary>
/// Adapters and agents that go on whatever happens to the server: what was not acknowledged is sent again, sessions resume by themselves. All
/// that was acknowledged is written into the journal.
/// </summary>
internal sealed class Traffic(ServerProcess server, Clients clients, Journal journal)
{
    private const int Adapters = 8;
    private const int OneInHangsUp = 10;
    private static readonly TimeSpan Handling = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<string, byte> _open = new();
    private int _submitted;

    /// <summary>How many submits were acknowledged so far.</summary>
    public int Submitted => Volatile.Read(ref _submitted);

    /// <summary>Tickets that were acknowledged and not yet seen to end.</summary>
    public IReadOnlyCollection<string> Open => [.. _open.Keys];

    /// <summary>Whether every ticket that was acknowledged has ended.</summary>
    public async Task<bool> AllOverAsync()
    {
        foreach (var ticketId in Open)
        {
            if ((await clients.GetAsync(ticketId)).State is not (TicketState.Completed or TicketState.Abandoned))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Agents who work until they are told to stop, which they do once nothing is in hand, or to break off.</summary>
    public Task WorkAsync(int agents, CancellationToken stop, CancellationToken breakOff = default) =>
        Task.WhenAll(Enumerable.Range(0, agents).Select(agent => WorkAsync($"agent-{agent}", stop, breakOff)));

    /// <summary>Submits calls; one in ten hangs up at once.</summary>
    public Task SubmitAsync(int calls) =>
        Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = Adapters }, async (number, _) =>
        {
            var call = Clients.Call($"call-{number}");
            var submitted = await Clients.PatientlyAsync(
                () => clients.Tickets.SubmitAsync(call, clients.Headers).ResponseAsync, $"the submit of call {number}");
            _open[submitted.TicketId] = 0;
            journal.Add(new { saw = "submitted", at = Now, ticket = submitted.TicketId, external_id = call.ExternalId });
            Interlocked.Increment(ref _submitted);
            if (number % OneInHangsUp == 0)
            {
                await HangUpAsync(submitted.TicketId);
            }
        });

    private async Task WorkAsync(string agent, CancellationToken stop, CancellationToken breakOff)
    {
        using var channel = AgentChannel.Open(server.Address);
        await using var session = AgentSession.Start(
            channel, new AgentSessionOptions { AgentId = agent, Token = _ => ValueTask.FromResult<string?>(clients.Token) });
        var options = new AutoAgentOptions
        {
            ThinkTime = TimeSpan.Zero,
            HandleTime = _ => Handling,
            Told = told => Note(agent, told),
        };
        var brokenOff = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = breakOff.Register(brokenOff.SetResult);
        await await Task.WhenAny(AutoAgent.RunAsync(session, options, null, stop), brokenOff.Task);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task HangUpAsync(string ticketId)
    {
        var request = new EndTicketRequest { RequestId = $"end-{ticketId}", TicketId = ticketId, By = EndedBy.Customer };
        try
        {
            var ended = await Clients.PatientlyAsync(() => clients.Tickets.EndAsync(request, clients.Headers).ResponseAsync, $"the end of {ticketId}");
            journal.Add(new { saw = "ended", at = Now, ticket = ticketId, state = ended.State.ToString() });
            _open.TryRemove(ticketId, out _);
        }
        catch (RpcException late) when (late.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            // An agent was faster and has completed it; or the server has lost it, which is for the checker to find.
        }
    }

    private void Note(string agent, AutoAgentEvent told)
    {
        switch (told.Kind)
        {
            case AutoAgentEventKind.Accepted:
                journal.Add(new { saw = "accepted", at = told.At, ticket = told.TicketId, agent, assignment_no = told.AssignmentNo });
                break;
            case AutoAgentEventKind.CompleteAcknowledged:
                journal.Add(new
                {
                    saw = "completed",
                    at = told.At,
                    ticket = told.TicketId,
                    agent,
                    assignment_no = told.AssignmentNo,
                    state = told.State.ToString(),
                });
                _open.TryRemove(told.TicketId, out _);
                break;
            default:
                break;
        }
    }
}
