using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Router.Testing;

namespace Router.ProcessTests.Infrastructure;

/// <summary>
/// A real server in a process of its own, with its private Redis, a folder and ports of this test alone. It can be killed and started again
/// on the same data.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int KeyBytes = 32;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly string _program;
    private readonly Dictionary<string, string> _environment;
    private readonly StringBuilder _output = new();
    private Process? _process;
    private ProcessGuard? _guard;

    private ServerProcess(string program, string folder, Dictionary<string, string> environment)
    {
        _program = program;
        _environment = environment;
        Folder = folder;
        KeyFile = Path.Combine(folder, "signing.key");
        File.WriteAllText(KeyFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes)));
        environment["Router__Listen__GrpcPort"] = $"{GrpcPort}";
        environment["Router__Listen__HttpPort"] = $"{HttpPort}";
        environment["Router__Auth__SigningKeyFile"] = KeyFile;
        environment["Redis__DataFolder"] = Path.Combine(folder, "data");
    }

    public string Folder { get; }

    public string KeyFile { get; }

    public int GrpcPort { get; } = FreePort.Next();

    public int HttpPort { get; } = FreePort.Next();

    /// <summary>The running process.</summary>
    public int Id => _process!.Id;

    public Uri Address => new($"http://127.0.0.1:{GrpcPort}");

    /// <summary>What it printed, for a failing test's message.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a server on empty data.</summary>
    /// <param name="settings">Settings beside those of the test itself, such as <c>Router__Clock__Speed</c>.</param>
    /// <param name="program">Another build of it, or null for this one.</param>
    /// <param name="isServed">Whether to wait until it serves; a second server on the same Redis does not.</param>
    public static async Task<ServerProcess> StartAsync(Dictionary<string, string>? settings = null, string? program = null, bool isServed = true)
    {
        var folder = Directory.CreateTempSubdirectory("router-process-").FullName;
        var server = new ServerProcess(program ?? Binaries.Server, folder, settings ?? []);
        await server.StartAsync(isServed);
        return server;
    }

    /// <summary>Starts it on the data there is.</summary>
    public Task StartAsync() => StartAsync(isServed: true);

    /// <summary>Holds it where it is (SIGSTOP).</summary>
    public void Pause() => ProcessSignal.Stop(_process!);

    /// <summary>Lets it go on after <see cref="Pause"/> (SIGCONT).</summary>
    public void Continue() => ProcessSignal.Continue(_process!);

    private async Task StartAsync(bool isServed)
    {
        var start = new ProcessStartInfo("dotnet", [_program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        // It is killed now and then, and would leave its diagnostic sockets behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (key, value) in _environment)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _guard = new ProcessGuard(_process);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient();
        await Eventually.TrueAsync(
            async () => !_process.HasExited && IsUp(await http.GetAsync(new Uri($"http://127.0.0.1:{HttpPort}/healthz")), isServed),
            "the server to be healthy",
            StartTimeout);
    }

    /// <summary>Ends it with SIGKILL, in the middle of whatever it does. Its private Redis lives on, as after a crash.</summary>
    public async Task Kill9Async()
    {
        _process!.Kill();
        await Eventually.DoneAsync(_process.WaitForExitAsync(), "the killed server to be gone");
        Forget();
    }

    /// <summary>Asks it to stop, and waits.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        var process = _process!;
        ProcessSignal.Terminate(process);
        await Eventually.DoneAsync(process.WaitForExitAsync(), "the server to stop");
        var code = process.ExitCode;
        Forget();
        return code;
    }

    /// <summary>Its private Redis, as a process.</summary>
    public async Task<Process> RedisAsync()
    {
        var start = new ProcessStartInfo("redis-cli", ["-s", Path.Combine(Folder, "data", "redis.sock"), "INFO", "server"])
        {
            RedirectStandardOutput = true,
        };
        using var client = Process.Start(start)!;
        var answer = await client.StandardOutput.ReadToEndAsync();
        var line = answer.Split("\r\n").Single(l => l.StartsWith("process_id:", StringComparison.Ordinal));
        return Process.GetProcessById(int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            // After a kill the private Redis is left: the next start takes it over and ends it with itself.
            await StartAsync();
        }

        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static bool IsUp(HttpResponseMessage health, bool isServed) => health.IsSuccessStatusCode || !isServed;

    private void Forget()
    {
        _guard!.Dispose();
        _process!.Dispose();
        _process = null;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
