using System.Collections.Concurrent;
using System.Diagnostics;
using Router.Testing;

namespace Router.Server.Tests.Hosting;

/// <summary>The server as a process of its own, started from what the tests were built with.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Task<string> _complained;

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        _complained = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one.</summary>
    /// <param name="settings">Settings as on the command line, such as <c>Router:Clock:Speed=60</c>.</param>
    public static ServerProcess Start(params string[] settings) => StartIn(home: null, settings);

    /// <summary>Starts one with a home folder of its own.</summary>
    /// <param name="home">The folder; null for the usual one.</param>
    /// <param name="settings">As for <see cref="Start"/>.</param>
    public static ServerProcess StartIn(string? home, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (home is not null)
        {
            start.Environment["HOME"] = home;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Router.Server.dll"));
        foreach (var setting in settings)
        {
            start.ArgumentList.Add("--" + setting);
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code and what it wrote to the standard error.</returns>
    public async Task<(int ExitCode, string Complaint)> EndAsync()
    {
        await Eventually.DoneAsync(_process.WaitForExitAsync(), "the server ends", TimeSpan.FromSeconds(60));
        return (_process.ExitCode, await _complained);
    }

    /// <summary>Waits until it says something.</summary>
    public Task SaysAsync(string text) =>
        Eventually.TrueAsync(() => Task.FromResult(_said.Any(line => line.Contains(text, StringComparison.Ordinal))), $"the server says '{text}'");

    /// <summary>SIGTERM.</summary>
    public void Terminate() => ProcessSignal.Terminate(_process);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await EndAsync();
        _process.Dispose();
    }
}
