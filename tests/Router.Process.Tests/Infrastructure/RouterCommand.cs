using System.Diagnostics;
using Router.Testing;

namespace Router.ProcessTests.Infrastructure;

/// <summary>The command <c>router</c>, run as a process of its own against a server under test.</summary>
internal static class RouterCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Runs it to its end.</summary>
    public static Task<CommandResult> RunAsync(ServerProcess server, params string[] arguments) => RunAsync(server, Timeout, arguments);

    /// <summary>Runs it to its end, which may take so long.</summary>
    public static async Task<CommandResult> RunAsync(ServerProcess server, TimeSpan timeout, params string[] arguments)
    {
        using var process = Start(server, arguments);
        using var guard = new ProcessGuard(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await Eventually.DoneAsync(process.WaitForExitAsync(), $"router {string.Join(' ', arguments)}", timeout);
        return new CommandResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it. Whoever calls reads its output and guards it.</summary>
    public static Process Start(ServerProcess server, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Binaries.Router, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ROUTER_SERVER"] = server.Address.ToString();
        start.Environment["ROUTER_KEY_FILE"] = server.KeyFile;
        return Process.Start(start)!;
    }

    /// <summary>A token, minted as everybody does.</summary>
    public static async Task<string> TokenAsync(ServerProcess server, string role, string subject)
    {
        var result = await RunAsync(server, "token", role, "--subject", subject);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.LastLine;
    }
}
