using Router.AgentClient.Connection;
using Router.AgentClient.State;
using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>
/// An agent who works by himself: accepts after a moment, serves as long as he is told, answers what the customer writes, completes with a disposition.
/// For demos, replays and load. He follows the state, not single updates, so that a break, a restart or a lost update leaves nothing undone. Several
/// tickets in hand are served side by side.
/// </summary>
public sealed class AutoAgent
{
    private readonly AgentSession _session;
    private readonly AutoAgentOptions _options;
    private readonly TimeProvider _time;
    private readonly AutoAgentRecord _record;
    private readonly Dictionary<(string TicketId, int OfferNo), Task> _answering = [];
    private readonly Dictionary<(string TicketId, int AssignmentNo), Serving> _serving = [];

    private AutoAgent(AgentSession session, AutoAgentOptions options, TimeProvider time)
    {
        _session = session;
        _options = options;
        _time = time;
        _record = new AutoAgentRecord(session, options.Told);
    }

    /// <summary>Works in a session until it is over.</summary>
    /// <param name="session">Whose updates nobody else reads.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="time">Real time; null for the system's.</param>
    /// <param name="stop">Ends the work cleanly: nothing new is taken, what is in hand is finished, and the agent signs out. Where the server does not
    /// let him finish, and after <see cref="AutoAgentOptions.FinishTime"/>, it is handed back; he is gone after
    /// <see cref="AutoAgentOptions.HandBackTime"/> at the latest, whatever the server does.</param>
    /// <returns>What was done. To end at once, dispose the session.</returns>
    /// <exception cref="ArgumentException">The options are wrong; the message names all mistakes.</exception>
    public static Task<AutoAgentSummary> RunAsync(
        AgentSession session, AutoAgentOptions? options = null, TimeProvider? time = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var chosen = options ?? new AutoAgentOptions();
        return chosen.Mistakes() is { } mistakes
            ? throw new ArgumentException(mistakes, nameof(options))
            : new AutoAgent(session, chosen, time ?? TimeProvider.System).RunAsync(stop);
    }

    /// <summary>Connects to a server and works there until the session is over.</summary>
    /// <param name="server">See <see cref="AgentChannel.Open"/>.</param>
    /// <param name="signIn">Who signs in and how.</param>
    /// <param name="options">How he works; null for the defaults.</param>
    /// <param name="stop">Ends the work cleanly, as above.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">The options are wrong; the message names all mistakes.</exception>
    public static async Task<AutoAgentSummary> RunAsync(
        Uri server, AgentSessionOptions signIn, AutoAgentOptions? options = null, CancellationToken stop = default)
    {
        using var channel = AgentChannel.Open(server);
        await using var session = AgentSession.Start(channel, signIn);
        return await RunAsync(session, options, null, stop);
    }

    private async Task<AutoAgentSummary> RunAsync(CancellationToken stop)
    {
        Task leaving = Task.CompletedTask;
        await using var stopping = stop.UnsafeRegister(_ => leaving = LeaveAsync(), null);
        try
        {
            await foreach (var update in _session.ReadUpdatesAsync(CancellationToken.None))
            {
                Follow(update.State);
            }
        }
        finally
        {
            foreach (var serving in _serving.Values)
            {
                serving.End();
            }
        }

        await Task.WhenAll([leaving, .. _answering.Values, .. _serving.Values.Select(serving => serving.Served)])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _record.Summary(_session.State.Connection);
    }

    private async Task LeaveAsync()
    {
        if (!await SignedOutAsync(WorkInHand.Finish, _options.FinishTime) && !await SignedOutAsync(WorkInHand.HandBack, _options.HandBackTime))
        {
            await _session.DisposeAsync();
        }
    }

    private async Task<bool> SignedOutAsync(WorkInHand work, TimeSpan within)
    {
        using var late = new CancellationTokenSource(within, _time);
        try
        {
            var answer = await _session.SignOutAsync(work, late.Token);
            if (answer.IsDone)
            {
                await _session.Ended.WaitAsync(late.Token);
            }

            return answer.IsDone;
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Follow(AgentState state)
    {
        foreach (var offer in state.Offers)
        {
            var key = (offer.Ticket.Id, offer.OfferNo);
            if (!_answering.ContainsKey(key))
            {
                _answering.Add(key, AcceptAsync(offer));
            }
        }

        foreach (var ticket in state.InHand)
        {
            var key = (ticket.TicketId, ticket.AssignmentNo);
            if (_serving.TryGetValue(key, out var serving))
            {
                serving.Changed(ticket);
            }
            else if (!ticket.IsParticipant)
            {
                _record.Add(AutoAgentEventKind.Assigned, ticket.TicketId, ticket.AssignmentNo, ticket.Ticket.State);
                _serving.Add(key, new Serving(_session, ticket, _options, _time, _record));
            }
        }

        Forget(state);
    }

    private void Forget(AgentState state)
    {
        foreach (var (key, answered) in _answering)
        {
            if (answered.IsCompleted && state.FindOffer(key.TicketId, key.OfferNo) is null)
            {
                _answering.Remove(key);
                answered.GetAwaiter().GetResult();
            }
        }

        foreach (var (key, serving) in _serving)
        {
            if (state.FindInHand(key.TicketId, key.AssignmentNo) is null)
            {
                serving.End();
            }

            // The acknowledgement of a complete comes after the update that takes the ticket away.
            if (serving.IsOver)
            {
                _serving.Remove(key);
                serving.Served.GetAwaiter().GetResult();
            }
        }
    }

    private async Task AcceptAsync(Offer offer)
    {
        var live = offer.TimeToLive?.ToTimeSpan() ?? TimeSpan.Zero;
        var think = live > TimeSpan.Zero && _options.ThinkTime >= live ? live / 2 : _options.ThinkTime;
        await Task.Delay(think / _session.State.Time!.Speed, _time);
        if (_session.State.FindOffer(offer.Ticket.Id, offer.OfferNo) is null)
        {
            return;
        }

        var answer = await _session.AcceptAsync(offer);
        _record.Add(
            answer.IsDone ? AutoAgentEventKind.Accepted : AutoAgentEventKind.AcceptRefused,
            offer.Ticket.Id,
            answer.Done?.AssignmentNo ?? 0,
            answer.Done?.State ?? TicketState.Unspecified);
    }
}
