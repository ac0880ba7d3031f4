using System.Diagnostics;
using System.Globalization;

namespace Router.Bench.EndToEnd;

/// <summary>A process that this bench started: what it prints is kept, and it is ended with the bench.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChildProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static ChildProcess Start(string file, IEnumerable<string> arguments, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>The next line it prints.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended early: {await _errors}");

    /// <summary>Sends it a line.</summary>
    /// <param name="line">The line.</param>
    public async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The last line it prints, once it has ended well.</summary>
    public async Task<string> LastLineAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode == 0
            ? output.TrimEnd().Split('\n')[^1]
            : throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with {_process.ExitCode}: {await _errors}");
    }

    /// <summary>Reads on so that the pipe never fills.</summary>
    public void IgnoreOutput() => _ = _process.StandardOutput.ReadToEndAsync();

    /// <summary>Processor seconds used so far, by the system's own account.</summary>
    public double CpuSeconds()
    {
        // proc(5): utime and stime are fields 14 and 15; the name in field 2 may hold spaces but ends with the last ')'.
        var stat = File.ReadAllText($"/proc/{Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            try
            {
                await _process.WaitForExitAsync(new CancellationTokenSource(StopPatience).Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }
}
