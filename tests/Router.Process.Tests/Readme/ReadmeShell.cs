using System.Diagnostics;
using Router.ProcessTests.Infrastructure;
using Router.Testing;

namespace Router.ProcessTests.Readme;

/// <summary>Types commands as a reader of README.md would, in the root of the project, against a server under test.</summary>
internal sealed class ReadmeShell(ServerProcess server) : IAsyncDisposable
{
    // What a reader puts in by hand.
    private const string TicketWord = "TICKET";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What a reader has, and what this test has instead.
    private readonly (string Readme, string Here)[] _places =
    [
        ("http://127.0.0.1:7600", server.Address.ToString()),
        ("data/signing-key", server.KeyFile),
        ("Router.Cli/release", $"Router.Cli/{Binaries.Configuration}"),
    ];

    private readonly List<string> _exports = [];
    private readonly List<Running> _running = [];

    /// <summary>The ticket that was submitted last.</summary>
    public string Ticket { get; private set; } = "";

    /// <summary>Runs one command. One that goes on is left running.</summary>
    public async Task TypeAsync(string command)
    {
        if (command.StartsWith("export ", StringComparison.Ordinal))
        {
            _exports.Add(_places.Aggregate(command, (text, place) => text.Replace(place.Readme, place.Here, StringComparison.Ordinal)));
            return;
        }

        var running = Start(command.Replace(TicketWord, Ticket, StringComparison.Ordinal));
        if (command.Contains("--follow", StringComparison.Ordinal) || command.Contains("--auto", StringComparison.Ordinal))
        {
            _running.Add(running);
            return;
        }

        var output = await EndAsync(running);
        running.Dispose();
        if (output.StartsWith("ticket ", StringComparison.Ordinal))
        {
            Ticket = output.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        }
    }

    /// <summary>Waits for what ends by itself; stops what does not, as Ctrl-C would. All must end well.</summary>
    public async Task FinishAsync()
    {
        foreach (var running in _running.OrderBy(one => one.Command.Contains("--auto", StringComparison.Ordinal)))
        {
            if (running.Command.Contains("--auto", StringComparison.Ordinal))
            {
                ProcessSignal.Terminate(running.Process);
            }

            await EndAsync(running);
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var running in _running)
        {
            running.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<string> EndAsync(Running running)
    {
        await Eventually.DoneAsync(running.Process.WaitForExitAsync(), $"the end of: {running.Command}", Patience);
        Assert.True(running.Process.ExitCode == 0, $"{running.Command}\n{await running.Errors}{await running.Output}");
        return await running.Output;
    }

    private Running Start(string command)
    {
        var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"{string.Join('\n', _exports)}\nexec {command}"])
        {
            WorkingDirectory = Binaries.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        return new Running(command, process, new ProcessGuard(process), process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    private sealed record Running(string Command, Process Process, ProcessGuard Guard, Task<string> Output, Task<string> Errors) : IDisposable
    {
        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill();
            }

            Guard.Dispose();
            Process.Dispose();
        }
    }
}
