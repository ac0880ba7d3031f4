using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.Cli.Connection;
using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Replay;

/// <summary>Plays a plan against a server.</summary>
internal static class ReplayRun
{
    private const string Player = "replay";

    /// <summary>Plays it to its end.</summary>
    /// <param name="server">A patient connection.</param>
    /// <param name="options">What is played.</param>
    /// <param name="output">Is told what happens.</param>
    /// <param name="cancel">Ends the play.</param>
    /// <exception cref="CommandException">It could not be played to its end.</exception>
    public static async Task PlayAsync(ServerConnection server, ReplayOptions options, TextWriter output, CancellationToken cancel)
    {
        var plan = options.Plan;
        await Staff.RegisterAsync(
            new SupervisorService.SupervisorServiceClient(server.As(Role.Admin, Player)), plan.Agents, options.Queue, cancel);
        var supervisor = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, Player));
        var tickets = new TicketService.TicketServiceClient(server.As(Role.Adapter, Player, options.Source));
        using var seenByAdapter = Journal.Open(options.JournalFolder, "adapter");
        using var seenByAgents = Journal.Open(options.JournalFolder, "agents");
        using var agentChannel = AgentChannel.Open(server.Address);
        await using var serverClock = await ServerClock.FollowAsync(supervisor, TimeProvider.System, cancel);
        var clock = new ReplayClock(serverClock, plan.Window.From);
        await output.WriteLineAsync(ReplayText.Clock(clock));

        var calls = new OpenCalls();
        var closing = new Closing(tickets, calls, TimeProvider.System);
        var exchange = new CallPlayer(tickets, clock, seenByAdapter, calls, options.Source, options.Queue);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var staff = plan.Agents
            .Select(agent => new DutyPlayer(agent, SignIn, clock, plan.Window, seenByAgents, calls, closing).PlayAsync(stop.Token));
        List<Task> playing = [PlayCallsAsync(exchange, closing, plan, stop.Token), .. staff];
        try
        {
            await FirstFailureAsync(playing);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(playing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await output.WriteLineAsync(ReplayText.Played(exchange, calls));

        AgentSession SignIn(string agent) => AgentSession.Start(agentChannel, AgentSignIn.Options(server, agent) with { TakeOver = true });
    }

    private static async Task PlayCallsAsync(CallPlayer exchange, Closing closing, ReplayPlan plan, CancellationToken cancel)
    {
        await exchange.PlayAsync(plan.Callers, cancel);
        await closing.ServeAllAsync(cancel);
    }

    private static async Task FirstFailureAsync(IEnumerable<Task> playing)
    {
        await foreach (var done in Task.WhenEach(playing))
        {
            await done;
        }
    }
}
