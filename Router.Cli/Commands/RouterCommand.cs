using System.CommandLine;
using Grpc.Core;
using Router.Cli.Connection;

namespace Router.Cli.Commands;

/// <summary>The command <c>router</c>.</summary>
internal static class RouterCommand
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    // Agents sign out and the last answers are written down.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>router</c>.</param>
    /// <returns>0 done; 1 refused, failed or not understood; 130 interrupted.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTime,
            });
        }
        catch (RpcException refused) when (refused.StatusCode != StatusCode.Cancelled)
        {
            return await FailAsync(RefusalText.Of(refused, parsed.GetRequiredValue(ServerOptions.Server)));
        }
        catch (CommandException failed)
        {
            return await FailAsync(failed.Message);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or RpcException)
        {
            return Interrupted;
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Works with a Router server.")
        {
            TokenCommand.Create(),
            SetupCommand.Create(),
            SubmitCommand.Create(),
            MessageCommand.Create(),
            GetCommand.Create(),
            EventsCommand.Create(),
            AgentCommand.Create(),
            LettersCommand.Create(),
            ReplayCommand.Create(),
            CheckCommand.Create(),
        };
        root.Add(ServerOptions.Server);
        root.Add(ServerOptions.Token);
        root.Add(ServerOptions.KeyFile);
        root.Add(ServerOptions.Workspace);
        return root;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync($"router: {message}");
        return Failed;
    }
}
