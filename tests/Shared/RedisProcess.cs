using System.Diagnostics;

namespace Router.Testing;

/// <summary>
/// A redis-server of its own for one test or one class of tests: started on a free port or socket, killed, paused and restarted at will,
/// ended by its process id. One that a test leaves running ends with the test run.
/// </summary>
/// <example><code>await using var redis = await RedisProcess.StartAsync();</code></example>
public sealed class RedisProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(15);

    private readonly RedisProcessOptions _options;
    private readonly bool _ownsFolder;
    private Process? _process;
    private ProcessGuard? _guard;

    private RedisProcess(RedisProcessOptions options)
    {
        _options = options;
        _ownsFolder = options.Folder is null;
        Folder = options.Folder ?? Directory.CreateTempSubdirectory("router-redis-").FullName;
        Port = options.Tcp ? options.Port ?? FreePort.Next() : 0;
    }

    /// <summary>The working folder: socket, append-only file, configuration.</summary>
    public string Folder { get; }

    /// <summary>The TCP port on 127.0.0.1, or 0 with a Unix socket. The same after a restart.</summary>
    public int Port { get; }

    /// <summary>The Unix socket's path. Only without <see cref="RedisProcessOptions.Tcp"/>.</summary>
    public string SocketPath => Path.Combine(Folder, "redis.sock");

    /// <summary>The address as StackExchange.Redis reads it: <c>127.0.0.1:port</c> or <c>!path</c>.</summary>
    public string Endpoint => _options.Tcp ? $"127.0.0.1:{Port}" : "!" + SocketPath;

    /// <summary>The process id.</summary>
    /// <exception cref="InvalidOperationException">It is not running.</exception>
    public int Id => Running.Id;

    private Process Running => _process ?? throw new InvalidOperationException($"The Redis at {Endpoint} is not running.");

    /// <summary>Starts one and waits until it takes connections.</summary>
    /// <param name="options">How; null for the default.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidOperationException">It ended at once; the text holds what it said.</exception>
    /// <exception cref="TimeoutException">It was not ready within 30 seconds.</exception>
    public static async Task<RedisProcess> StartAsync(RedisProcessOptions? options = null)
    {
        var redis = new RedisProcess(options ?? new RedisProcessOptions());
        if (redis._options.ConfigurationFile is { } text)
        {
            await File.WriteAllTextAsync(Path.Combine(redis.Folder, "redis.conf"), text);
        }

        try
        {
            await redis.RestartAsync();
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }

        return redis;
    }

    /// <summary>Ends it as a machine's failure would (SIGKILL), and waits until it is gone.</summary>
    public async Task Kill9Async()
    {
        Running.Kill();
        await GoneAsync();
    }

    /// <summary>Asks it to end (SIGTERM), and waits until it is gone.</summary>
    public async Task StopAsync()
    {
        ProcessSignal.Continue(Running);
        ProcessSignal.Terminate(Running);
        await GoneAsync();
    }

    /// <summary>Holds it where it is (SIGSTOP): connections stay open, nothing answers.</summary>
    public void Pause() => ProcessSignal.Stop(Running);

    /// <summary>Lets it go on after <see cref="Pause"/> (SIGCONT).</summary>
    public void Continue() => ProcessSignal.Continue(Running);

    /// <summary>Starts it again on the same address and folder, after ending it by SIGKILL if it still runs.</summary>
    public async Task RestartAsync()
    {
        if (_process is not null)
        {
            await Kill9Async();
        }

        // The second is a Sentinel's.
        (_process, var ready) = ReadyProcess.Start(
            StartInfo(), $"redis-server for {Endpoint}", line => line.Contains("eady to accept connections") || line.Contains("+monitor"));
        _guard = new ProcessGuard(_process, _ownsFolder ? Folder : null);
        await Eventually.DoneAsync(ready, $"redis-server ready at {Endpoint}", StartTime);
    }

    /// <summary>Ends it and deletes its folder, if that was made here.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Kill9Async();
        }

        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true, WorkingDirectory = Folder };
        string[] file = _options.ConfigurationFile is null ? [] : [Path.Combine(Folder, "redis.conf")];
        string[] where = _options.Tcp
            ? ["--bind", "127.0.0.1", "--port", $"{Port}"]
            : ["--port", "0", "--unixsocket", SocketPath];
        string[] disk = _options.AppendOnly ? ["--appendonly", "yes", "--appendfsync", "always"] : [];
        foreach (var argument in (string[])[.. file, .. where, "--dir", Folder, "--save", "", .. disk, .. _options.Arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private async Task GoneAsync()
    {
        await Eventually.DoneAsync(Running.WaitForExitAsync(), $"end of redis-server {Id} at {Endpoint}", EndTime);
        _guard?.Dispose();
        Running.Dispose();
        _process = null;
    }
}
