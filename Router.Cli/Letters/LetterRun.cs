using System.Globalization;
using Grpc.Core;
using Router.AgentClient;
using Router.AgentClient.Auto;
using Router.AgentClient.Connection;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Letters;

/// <summary>Sends letters one after the other, over and over, with agents who answer them.</summary>
internal static class LetterRun
{
    private const string Player = "letters";

    private static readonly AutoAgentOptions Worker = new() { FinishTime = TimeSpan.FromSeconds(2), HandBackTime = TimeSpan.FromSeconds(5) };

    /// <summary>Sends them until it is told to stop.</summary>
    /// <param name="server">A patient connection.</param>
    /// <param name="letters">The letters.</param>
    /// <param name="options">How they are sent.</param>
    /// <param name="agents">Who answers, by their ids; their profiles are there.</param>
    /// <param name="errors">Is told what went wrong with one letter.</param>
    /// <param name="cancel">Ends the sending; agents have 2 s to finish, hand back the rest and sign out.</param>
    public static async Task PlayAsync(
        ServerConnection server,
        IReadOnlyList<Letter> letters,
        LetterOptions options,
        IReadOnlyList<string> agents,
        TextWriter errors,
        CancellationToken cancel)
    {
        var supervisor = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, Player));
        var tickets = new TicketService.TicketServiceClient(server.As(Role.Adapter, Player, options.Source));
        await using var clock = await ServerClock.FollowAsync(supervisor, TimeProvider.System, cancel);
        using var channel = AgentChannel.Open(server.Address);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var working = agents.Select(agent => WorkAsync(channel, AgentSignIn.Options(server, agent) with { TakeOver = true }, leave.Token)).ToList();
        try
        {
            var sending = SendAsync(new Correspondence(tickets, clock, options), clock, letters, options, errors, leave.Token);
            await foreach (var ended in Task.WhenEach([sending, .. working]))
            {
                await ended;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Told to stop: agents leave below.
        }
        finally
        {
            await leave.CancelAsync();
            await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task WorkAsync(ChannelBase channel, AgentSessionOptions signIn, CancellationToken stop)
    {
        await using var session = AgentSession.Start(channel, signIn);
        var done = await AutoAgent.RunAsync(session, Worker, stop: stop);
        if (!stop.IsCancellationRequested)
        {
            throw new CommandException($"Agent {signIn.AgentId} cannot work: {done.End}.");
        }
    }

    private static async Task SendAsync(
        Correspondence correspondence, ServerClock clock, IReadOnlyList<Letter> letters, LetterOptions options, TextWriter errors, CancellationToken cancel)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        var next = clock.Now;
        for (var number = 0; ; number++)
        {
            await clock.UntilAsync(next, cancel);
            next += options.Every;
            var letter = letters[number % letters.Count];
            _ = WriteAsync(correspondence, letter, string.Create(CultureInfo.InvariantCulture, $"{run}-{number}-{letter.Name}"), errors, cancel);
        }
    }

    private static async Task WriteAsync(
        Correspondence correspondence, Letter letter, string externalId, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            await correspondence.WriteAsync(letter, externalId, cancel);
        }
        catch (Exception failed) when (failed is RpcException or OperationCanceledException)
        {
            if (!cancel.IsCancellationRequested)
            {
                await errors.WriteLineAsync($"{letter.Name}: {failed.Message}");
            }
        }
    }
}
