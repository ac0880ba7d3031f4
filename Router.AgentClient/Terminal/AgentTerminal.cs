using Grpc.Net.Client;
using Router.AgentClient.Connection;
using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Input;
using Router.AgentClient.Terminal.Screen;
using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>An agent's workplace in a terminal: <c>router agent</c>.</summary>
public static class AgentTerminal
{
    /// <summary>Works in this process's terminal until the agent leaves.</summary>
    /// <param name="options">Where and as whom.</param>
    /// <param name="cancellationToken">Signs out, handing back what is in hand, and leaves: after 5 s at the latest.</param>
    /// <returns>
    /// 0 when the agent left; 1 when there is no terminal or the sign-in was refused, which is said on standard error.
    /// </returns>
    public static async Task<int> RunAsync(AgentTerminalOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            await Console.Error.WriteLineAsync("router agent needs a terminal for its input and output; without one, work with --auto.");
            return 1;
        }

        var end = await RunInTerminalAsync(options, cancellationToken);
        if (end is { SessionId: "", Connection: { Phase: ConnectionPhase.Over } refused } && !cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{options.Server}: {SafeText.OneLine(RefusedSignIn.Text(refused.Refusal, refused.Why))}");
            return 1;
        }

        return 0;
    }

    private static async Task<AgentState> RunInTerminalAsync(AgentTerminalOptions options, CancellationToken cancellationToken)
    {
        var interrupts = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            using var channel = AgentChannel.Open(options.Server);
            using var screen = new ConsoleScreen();
            var loop = new TerminalLoop(screen, ConsoleKeys.Start(), desk => Start(channel, options.SignIn, desk), TimeProvider.System);
            return await loop.RunAsync(cancellationToken);
        }
        finally
        {
            Console.TreatControlCAsInput = interrupts;
        }
    }

    private static AgentSession Start(GrpcChannel channel, AgentSessionOptions signIn, AgentDesk desk)
    {
        var isAgain = desk.State.SessionId.Length > 0;
        return AgentSession.Start(channel, isAgain ? Again(signIn, desk.State.Presence) : signIn);
    }

    // The agent asked for it, so it may end another session of his; he comes back as what he was.
    private static AgentSessionOptions Again(AgentSessionOptions signIn, AgentPresence presence) => signIn with
    {
        TakeOver = true,
        Presence = presence.Presence == Presence.Available ? Presence.Available : Presence.Away,
        AwayReason = "",
    };
}
