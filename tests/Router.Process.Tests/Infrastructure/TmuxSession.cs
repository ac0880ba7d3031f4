using System.Diagnostics;
using System.Globalization;
using Router.Testing;

namespace Router.ProcessTests.Infrastructure;

/// <summary>The command <c>router</c> in a real terminal of its own, that a test types into and reads.</summary>
internal sealed class TmuxSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("router-tmux-").FullName;

    private TmuxSession()
    {
    }

    /// <summary>Starts the command in a terminal of 100 × 30.</summary>
    public static async Task<TmuxSession> StartAsync(ServerProcess server, params string[] arguments)
    {
        var session = new TmuxSession();
        await session.TmuxAsync([
            "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30",
            "-e", $"ROUTER_SERVER={server.Address}", "-e", $"ROUTER_KEY_FILE={server.KeyFile}",
            "dotnet", Binaries.Router, .. arguments,
        ]);
        return session;
    }

    /// <summary>Waits until a text is on the screen.</summary>
    public Task ShowsAsync(string text) => Eventually.TrueAsync(
        async () => (await TmuxAsync("capture-pane", "-p")).Contains(text, StringComparison.Ordinal), $"'{text}' on the screen", Patience);

    /// <summary>Types.</summary>
    public Task TypeAsync(string keys) => TmuxAsync("send-keys", keys);

    /// <summary>The command's process.</summary>
    public async Task<Process> ProcessAsync() =>
        Process.GetProcessById(int.Parse(await TmuxAsync("display-message", "-p", "#{pane_pid}"), CultureInfo.InvariantCulture));

    /// <summary>Ends it and its terminal, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await TmuxAsync("kill-server");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> TmuxAsync(params string[] arguments)
    {
        using var tmux = Process.Start(new ProcessStartInfo("tmux", ["-S", Path.Combine(_folder, "socket"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = tmux.StandardOutput.ReadToEndAsync();
        await Eventually.DoneAsync(tmux.WaitForExitAsync(), $"tmux {arguments[0]}");
        return await output;
    }
}
