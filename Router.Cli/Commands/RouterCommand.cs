using System.CommandLine;
using Grpc.Core;
using Router.AgentClient.Terminal.Bidi;
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
    /// <param name="output">Takes what it prints; null = the console.</param>
    /// <param name="errors">Takes what went wrong; null = the console.</param>
    /// <returns>0 done; 1 refused, failed or not understood; 130 interrupted; 141 when nobody reads any more what it prints; others as a command says.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        errors ??= Console.Error;
        var parsed = Create().Parse(args);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTime,
                Output = output ?? StandardOutput.Open(),
                Error = errors,
            });
        }
        catch (RpcException refused) when (refused.StatusCode != StatusCode.Cancelled)
        {
            return await FailAsync(errors, RefusalText.Of(refused, ServerOptions.AddressIn(parsed)));
        }
        catch (CommandException failed)
        {
            return await FailAsync(errors, failed.Message);
        }
        catch (IOException unread) when (StandardOutput.IsUnread(unread))
        {
            return StandardOutput.NobodyReads;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(errors, failed.Message);
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
            PolicyCommand.Create(),
            SubmitCommand.Create(),
            MessageCommand.Create(),
            RescheduleCommand.Create(),
            CallBackCommand.Create(),
            GetCommand.Create(),
            TicketsCommand.Create(),
            ExplainCommand.Create(),
            HistoryCommand.Create(),
            EventsCommand.Create(),
            StatsCommand.Create(),
            WhatIfCommand.Create(),
            AgentCommand.Create(),
            LettersCommand.Create(),
            ReplayCommand.Create(),
            CheckCommand.Create(),
        };
        foreach (var option in ServerOptions.All)
        {
            root.Add(option);
        }

        return root;
    }

    private static async Task<int> FailAsync(TextWriter errors, string message)
    {
        await errors.WriteLineAsync($"router: {SafeText.Lines(message)}");
        return Failed;
    }
}
