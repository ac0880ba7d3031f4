using Grpc.Core;
using Router.CallLog;
using Router.Cli.CallLog;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Replay;

/// <summary>
/// The end of a play: nobody calls any more, and those who wait are served. Where nobody still on duty can serve one of them, those who can are
/// called back. Safe for use by many threads.
/// </summary>
/// <param name="tickets">In role adapter.</param>
/// <param name="calls">What is open.</param>
/// <param name="time">Real time.</param>
internal sealed class Closing(TicketService.TicketServiceClient tickets, OpenCalls calls, TimeProvider time)
{
    /// <summary>How long nothing may end while calls are open, in real time, until the play is given up: 30 min.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HashSet<AgentOnDuty> _onDuty = [];
    private readonly TaskCompletionSource _allServed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, TaskCompletionSource> _needed =
        CallTypes.All.ToDictionary(type => type, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>An agent comes on duty.</summary>
    /// <param name="agent">The agent.</param>
    /// <returns>Disposed when he leaves.</returns>
    public IDisposable Enter(AgentOnDuty agent)
    {
        lock (_gate)
        {
            _onDuty.Add(agent);
        }

        return new Leaving(this, agent);
    }

    /// <summary>Waits until all is served.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    public Task AllServedAsync(CancellationToken cancel) => _allServed.Task.WaitAsync(cancel);

    /// <summary>For an agent off duty: waits until he is needed or all is served.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>Whether he is needed.</returns>
    public async Task<bool> CalledBackAsync(AgentOnDuty agent, CancellationToken cancel)
    {
        var needed = Task.WhenAny(agent.Types.Select(type => _needed[type].Task));
        await Task.WhenAny(needed, _allServed.Task).WaitAsync(cancel);
        return !_allServed.Task.IsCompleted;
    }

    /// <summary>Waits until every call is over.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="CommandException">Nothing ended for <see cref="Patience"/>.</exception>
    public async Task ServeAllAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(LookAgain, time);
        var over = -1;
        var since = time.GetTimestamp();
        while (await LookAsync(cancel) is { Count: > 0 } open)
        {
            if (calls.OverCount != over)
            {
                over = calls.OverCount;
                since = time.GetTimestamp();
            }
            else if (time.GetElapsedTime(since) > Patience)
            {
                throw new CommandException(
                    $"{open.Count} calls are still open and none has ended for {Patience.TotalMinutes} min, such as ticket {open[0].Key}.");
            }

            CallBackFor(open);
            await timer.WaitForNextTickAsync(cancel);
        }

        _allServed.SetResult();
    }

    private async Task<IReadOnlyList<KeyValuePair<string, Caller>>> LookAsync(CancellationToken cancel)
    {
        foreach (var (ticket, _) in calls.All())
        {
            if (await IsOverAsync(ticket, cancel))
            {
                calls.Over(ticket);
            }
        }

        return calls.All();
    }

    private async Task<bool> IsOverAsync(string ticket, CancellationToken cancel)
    {
        try
        {
            var now = await tickets.GetAsync(new GetTicketRequest { TicketId = ticket }, cancellationToken: cancel);
            return now.State is TicketState.Completed or TicketState.Abandoned or TicketState.Cancelled or TicketState.Expired;
        }
        catch (RpcException refused) when (RefusalText.ReasonOf(refused) == "UNKNOWN_TICKET")
        {
            // Nothing more will happen to it; that it is lost is the checker's to say.
            return true;
        }
    }

    private void CallBackFor(IReadOnlyList<KeyValuePair<string, Caller>> open)
    {
        HashSet<string> served;
        lock (_gate)
        {
            served = [.. _onDuty.SelectMany(agent => agent.Types)];
        }

        foreach (var type in open.Select(call => call.Value.Row.Type).Distinct().Where(type => !served.Contains(type)))
        {
            _needed[type].TrySetResult();
        }
    }

    private sealed class Leaving(Closing closing, AgentOnDuty agent) : IDisposable
    {
        public void Dispose()
        {
            lock (closing._gate)
            {
                closing._onDuty.Remove(agent);
            }
        }
    }
}
