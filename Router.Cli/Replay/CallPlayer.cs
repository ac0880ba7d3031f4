using Grpc.Core;
using Router.Cli.Connection;
using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Replay;

/// <summary>Plays callers, as the bank's telephone exchange would: submits, and ends the call of one who hangs up.</summary>
/// <param name="tickets">In role adapter.</param>
/// <param name="clock">The clock they follow.</param>
/// <param name="journal">Takes what was acknowledged.</param>
/// <param name="calls">Takes the calls that are open.</param>
/// <param name="source">Who submits.</param>
/// <param name="queue">Where they wait.</param>
internal sealed class CallPlayer(
    TicketService.TicketServiceClient tickets, ReplayClock clock, Journal journal, OpenCalls calls, string source, string queue)
{
    private int _submitted;
    private int _hungUp;
    private int _playedBefore;

    /// <summary>Submits acknowledged.</summary>
    public int Submitted => Volatile.Read(ref _submitted);

    /// <summary>Callers who hung up while they waited.</summary>
    public int HungUp => Volatile.Read(ref _hungUp);

    /// <summary>Submits that the server knew from before.</summary>
    public int PlayedBefore => Volatile.Read(ref _playedBefore);

    /// <summary>Plays all callers; ends when the last was submitted and all who lose patience have.</summary>
    /// <param name="callers">In the order in which they enter.</param>
    /// <param name="cancel">Ends the play.</param>
    public async Task PlayAsync(IReadOnlyList<Caller> callers, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var playing = new List<Task>(callers.Count);
        try
        {
            foreach (var caller in callers)
            {
                await clock.UntilLogAsync(caller.Enters, stop.Token);
                playing.Add(PlayAsync(caller, stop));
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // A caller failed; his error comes below.
        }

        await Task.WhenAll(playing);
    }

    private async Task PlayAsync(Caller caller, CancellationTokenSource stop)
    {
        try
        {
            await PlayAsync(caller, stop.Token);
        }
        catch (RpcException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task PlayAsync(Caller caller, CancellationToken cancel)
    {
        var answer = await tickets.SubmitAsync(caller.Request(source, queue), cancellationToken: cancel);
        journal.Add(new Sight { Saw = SightKind.Submitted, At = clock.Now, Ticket = answer.TicketId, ExternalId = caller.Row.Key });
        calls.Add(answer.TicketId, caller);
        Interlocked.Increment(ref _submitted);
        if (!answer.Created)
        {
            Interlocked.Increment(ref _playedBefore);
        }

        if (caller.Patience is { } patience)
        {
            await clock.UntilAsync(answer.ArrivedAt.ToDateTimeOffset() + patience, cancel);
            await HangUpAsync(answer.TicketId, cancel);
        }
    }

    private async Task HangUpAsync(string ticket, CancellationToken cancel)
    {
        try
        {
            var now = await tickets.GetAsync(new GetTicketRequest { TicketId = ticket }, cancellationToken: cancel);
            if (now.State is not (TicketState.Queued or TicketState.Offered))
            {
                return;
            }

            var request = new EndTicketRequest { RequestId = Guid.NewGuid().ToString("N"), TicketId = ticket, By = EndedBy.Customer };
            var answer = await tickets.EndAsync(request, cancellationToken: cancel);
            journal.Add(new Sight { Saw = SightKind.Ended, At = clock.Now, Ticket = ticket, State = answer.State });
            calls.Over(ticket);
            if (answer.State == TicketState.Abandoned)
            {
                Interlocked.Increment(ref _hungUp);
            }
        }
        catch (RpcException refused) when (RefusalText.ReasonOf(refused) is "UNKNOWN_TICKET" or "WRONG_STATE")
        {
            // Whether a ticket may be unknown, or over, is the checker's question.
            calls.Over(ticket);
        }
    }
}
