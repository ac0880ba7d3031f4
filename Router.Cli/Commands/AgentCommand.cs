using System.CommandLine;
using Router.AgentClient;
using Router.AgentClient.Auto;
using Router.AgentClient.Terminal;
using Router.AgentClient.Terminal.Bidi;
using Router.Cli.Connection;

namespace Router.Cli.Commands;

/// <summary><c>router agent</c>: works as an agent.</summary>
internal static class AgentCommand
{
    // Together less than the time that a process has to end.
    private static readonly AutoAgentOptions Alone = new() { FinishTime = TimeSpan.FromSeconds(8), HandBackTime = TimeSpan.FromSeconds(4) };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string?>("agent")
        {
            Description = "The agent's id (default: the token's subject).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var takeOver = new Option<bool>("--take-over") { Description = "End another session of this agent." };
        var auto = new Option<bool>("--auto") { Description = "Work without anybody's help: accept, serve, answer, complete." };
        var command = new Command("agent", "Works as an agent in this terminal, or by itself.") { name, takeOver, auto };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var signIn = AgentSignIn.Options(server, AgentIn(parsed, name)) with { TakeOver = parsed.GetValue(takeOver) };
            return parsed.GetValue(auto)
                ? await WorkAloneAsync(server.Address, signIn, parsed.InvocationConfiguration, cancel)
                : await AgentTerminal.RunAsync(new AgentTerminalOptions { Server = server.Address, SignIn = signIn }, cancel);
        });
        return command;
    }

    private static string AgentIn(ParseResult parsed, Argument<string?> name) =>
        parsed.GetValue(name) is { Length: > 0 } agent ? agent
        : ServerOptions.TokenIn(parsed) is not null ? ""
        : throw new CommandException("Whose work? Name the agent, as 'router agent dana', or give his token.");

    private static async Task<int> WorkAloneAsync(
        Uri server, AgentSessionOptions signIn, InvocationConfiguration console, CancellationToken cancel)
    {
        var done = await AutoAgent.RunAsync(server, signIn, Alone, cancel);
        await console.Output.WriteLineAsync($"{done.Accepted} accepted, {done.Completed} completed, {done.Written} messages written: {SafeText.OneLine(RefusedSignIn.Text(done.Refusal, done.End))}");
        return cancel.IsCancellationRequested && done.SignedOut ? 0 : 1;
    }
}
