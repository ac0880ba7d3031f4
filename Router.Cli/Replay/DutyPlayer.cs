using Router.AgentClient;
using Router.AgentClient.Auto;
using Router.Cli.CallLog;
using Router.Cli.Connection;
using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Replay;

/// <summary>Plays one agent: signs in when the log shows him, is away between his stretches, signs out after the last.</summary>
/// <param name="agent">The agent.</param>
/// <param name="signIn">Starts a session for him.</param>
/// <param name="clock">The clock he follows.</param>
/// <param name="window">What is played. One who is on duty at its end stays until all is served.</param>
/// <param name="journal">Takes what was acknowledged.</param>
/// <param name="calls">Is told which tickets are over.</param>
/// <param name="closing">The end of the play.</param>
internal sealed class DutyPlayer(
    AgentOnDuty agent, Func<string, AgentSession> signIn, ReplayClock clock, LogWindow window, Journal journal, OpenCalls calls, Closing closing)
{
    private const string Break = "break";

    // Whoever is on the phone when the stretch ends is served to the end, also at the log's own speed.
    private static readonly TimeSpan LongestService = TimeSpan.FromHours(4);

    /// <summary>Plays him until the play is over.</summary>
    /// <param name="cancel">Ends the play: his sessions are let go of, without signing out.</param>
    /// <exception cref="CommandException">He could not work.</exception>
    public async Task PlayAsync(CancellationToken cancel)
    {
        // One who is on duty when the play begins is there before the first call.
        var start = agent.Stretches[0].Start;
        if (start > window.From && !await UntilAsync(start, cancel))
        {
            return;
        }

        await WorkAsync(OnDutyAsync, cancel);
        if (await closing.CalledBackAsync(agent, cancel))
        {
            await WorkAsync((_, c) => closing.AllServedAsync(c), cancel);
        }
    }

    private async Task OnDutyAsync(AgentSession session, CancellationToken cancel)
    {
        using var duty = closing.Enter(agent);
        foreach (var (stretch, isFirst) in agent.Stretches.Select((stretch, index) => (stretch, index == 0)))
        {
            if (!isFirst)
            {
                await session.SetPresenceAsync(Presence.Away, Break, cancellationToken: cancel);
                if (!await UntilAsync(stretch.Start, cancel))
                {
                    return;
                }

                await session.SetPresenceAsync(Presence.Available, cancellationToken: cancel);
            }

            if (stretch.End >= window.To)
            {
                await closing.AllServedAsync(cancel);
                return;
            }

            await UntilAsync(stretch.End, cancel);
        }
    }

    // False: all was served before that moment.
    private async Task<bool> UntilAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reached = clock.UntilLogAsync(moment, waiting.Token);
        var first = await Task.WhenAny(reached, closing.AllServedAsync(waiting.Token));
        await first;
        await waiting.CancelAsync();
        return first == reached;
    }

    private async Task WorkAsync(Func<AgentSession, CancellationToken, Task> onDuty, CancellationToken cancel)
    {
        await using var session = signIn(agent.Name);
        using var leave = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = AutoAgent.RunAsync(session, new AutoAgentOptions { ThinkTime = TimeSpan.Zero, FinishTime = LongestService, Told = WriteDown }, stop: leave.Token);
        var duty = onDuty(session, ended.Token);
        if (await Task.WhenAny(duty, work) != duty)
        {
            await ended.CancelAsync();
            await work;
            throw new CommandException($"Agent {agent.Name} cannot work: {session.State.Connection.Why}.");
        }

        await duty;
        await leave.CancelAsync();
        await work.WaitAsync(cancel);
    }

    private void WriteDown(AutoAgentEvent told)
    {
        SightKind? saw = told.Kind switch
        {
            AutoAgentEventKind.Accepted => SightKind.Accepted,
            AutoAgentEventKind.CompleteAcknowledged => SightKind.Completed,
            _ => null,
        };
        if (saw is { } kind)
        {
            journal.Add(new Sight
            {
                Saw = kind,
                At = told.At,
                Ticket = told.TicketId,
                Agent = agent.Name,
                AssignmentNo = told.AssignmentNo,
                State = told.State,
            });
        }

        if (told.State == TicketState.Completed)
        {
            calls.Over(told.TicketId);
        }
    }
}
