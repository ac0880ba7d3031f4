using System.Diagnostics;

namespace Router.Testing;

/// <summary>
/// A RabbitMQ broker of its own for one test or one class of tests: on private ports with folders of its own, killed, paused and restarted at
/// will, ended by its process id. Takes a quarter of a minute to start. Its user is <c>guest</c> with the password <c>guest</c>.
/// </summary>
public sealed class RabbitMqProcess : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(30);

    private readonly int _distributionPort = FreePort.Next();
    private readonly int _mapperPort = FreePort.Next();
    private readonly Process _mapper;
    private readonly ProcessGuard _mapperGuard;
    private Process? _process;
    private ProcessGuard? _guard;

    private RabbitMqProcess()
    {
        // Erlang's port mapper; the broker would leave one behind that outlives it.
        _mapper = Process.Start("epmd", ["-address", "127.0.0.1", "-port", $"{_mapperPort}"]);
        _mapperGuard = new ProcessGuard(_mapper);
    }

    /// <summary>The AMQP port on 127.0.0.1. The same after a restart.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>The working folder: queues, logs.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("router-rabbitmq-").FullName;

    private Process Running => _process ?? throw new InvalidOperationException($"The broker at port {Port} is not running.");

    /// <summary>Starts one and waits until it takes connections.</summary>
    /// <returns>The running broker.</returns>
    /// <exception cref="InvalidOperationException">It ended at once; the text holds what it said.</exception>
    /// <exception cref="TimeoutException">It was not ready within 3 minutes.</exception>
    public static async Task<RabbitMqProcess> StartAsync()
    {
        var broker = new RabbitMqProcess();
        try
        {
            await broker.RestartAsync();
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }

        return broker;
    }

    /// <summary>Ends it as a machine's failure would (SIGKILL), and waits until it is gone.</summary>
    public async Task Kill9Async()
    {
        Running.Kill();
        await Eventually.DoneAsync(Running.WaitForExitAsync(), $"end of the broker at port {Port}", EndTime);
        _guard?.Dispose();
        Running.Dispose();
        _process = null;
    }

    /// <summary>Holds it where it is (SIGSTOP): connections stay open, nothing answers.</summary>
    public void Pause() => ProcessSignal.Stop(Running);

    /// <summary>Lets it go on after <see cref="Pause"/> (SIGCONT).</summary>
    public void Continue() => ProcessSignal.Continue(Running);

    /// <summary>Starts it again on the same port and folder, after ending it by SIGKILL if it still runs.</summary>
    public async Task RestartAsync()
    {
        if (_process is not null)
        {
            await Kill9Async();
        }

        (_process, var ready) = ReadyProcess.Start(
            StartInfo(), $"The broker at port {Port}", line => line.Contains("Server startup complete", StringComparison.Ordinal));
        _guard = new ProcessGuard(_process, Folder);
        await Eventually.DoneAsync(ready, $"broker ready at port {Port}", StartTime);
    }

    /// <summary>Ends it and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Kill9Async();
        }

        _mapper.Kill();
        await Eventually.DoneAsync(_mapper.WaitForExitAsync(), "end of the port mapper", EndTime);
        _mapperGuard.Dispose();
        _mapper.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private ProcessStartInfo StartInfo() => new(Server)
    {
        RedirectStandardOutput = true,
        WorkingDirectory = Folder,
        Environment =
        {
            ["RABBITMQ_NODENAME"] = $"router{Port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{Port}",
            ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_EPMD_PORT"] = $"{_mapperPort}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(Folder, "log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(Folder, "none"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(Folder, "none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(Folder, "plugins"),
            ["HOME"] = Folder,

            // Without a shell in between, so that signals reach the broker.
            ["RUNNING_UNDER_SYSTEMD"] = "true",

            // Idle schedulers that spin would take the tests' processors.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none",
        },
    };
}
