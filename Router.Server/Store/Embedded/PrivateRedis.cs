using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Router.Server.Store.Connections;
using StackExchange.Redis;

namespace Router.Server.Store.Embedded;

/// <summary>
/// A Redis of the server's own, on a Unix socket in its data folder: started with it, started again when it dies, ended with it. One that a
/// killed server left behind is taken on as it is, with all it holds in memory.
/// </summary>
internal sealed partial class PrivateRedis : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(20);

    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PrivateRedis> _logger;
    private readonly DataFolder _folder;
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isEnding;

    private PrivateRedis(RedisOptions options, TimeProvider time, ILogger<PrivateRedis> logger, DataFolder folder)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _folder = folder;
    }

    /// <summary>Its address, as StackExchange.Redis reads it.</summary>
    public string Endpoint => "!" + _folder.Socket;

    /// <summary>Starts it, or takes on the one that is there.</summary>
    /// <exception cref="StoreRefusedException">The folder is another server's, the socket another program's, or Redis did not start.</exception>
    public static async Task<PrivateRedis> StartAsync(
        RedisOptions options, TimeProvider time, ILogger<PrivateRedis> logger, CancellationToken cancel)
    {
        var redis = new PrivateRedis(options, time, logger, DataFolder.Hold(options.DataFolder));
        try
        {
            await redis.EnsureRunningAsync(cancel);
            return redis;
        }
        catch
        {
            redis._folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts it anew if it no longer runs.</summary>
    /// <exception cref="StoreRefusedException">As at the start.</exception>
    public async Task EnsureRunningAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_isEnding)
            {
                return;
            }

            if (await IsListeningAsync(cancel))
            {
                await CheckIsOursAsync();
                LogFound(_folder.Socket);
                return;
            }

            await LaunchAsync(cancel);
            await AwaitListeningAsync(cancel);
            LogStarted(_folder.Socket);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends it, after it has written all to disk, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _isEnding = true;
        try
        {
            await EndAsync();
        }
        catch (Exception error) when (RedisConnection.IsRedisError(error))
        {
            LogNotEnded(error, _folder.Socket);
        }
        finally
        {
            _turn.Release();
            _folder.Dispose();
        }
    }

    private Task<string?> AskAsync(CancellationToken cancel) => RedisProbe.AskAsync(new UnixDomainSocketEndPoint(_folder.Socket), cancel);

    private async Task<bool> IsListeningAsync(CancellationToken cancel) => await AskAsync(cancel) switch
    {
        null => true,
        "" => false,
        var said => throw new StoreRefusedException(
            $"The socket {_folder.Socket} is in use by a program that is not Redis (to PING it said '{said}'): stop it, or choose "
            + $"another {RedisOptions.Section}:{nameof(RedisOptions.DataFolder)}."),
    };

    private async Task CheckIsOursAsync()
    {
        string folder;
        try
        {
            await using var connection = await AdminAsync();
            folder = (await Server(connection).ConfigGetAsync("dir")).FirstOrDefault().Value;
        }
        catch (Exception error) when (RedisConnection.IsRedisError(error))
        {
            throw new StoreRefusedException($"The Redis at {_folder.Socket} does not say whose it is ({error.Message}): end it.", error);
        }

        if (folder != _folder.Path)
        {
            throw new StoreRefusedException(
                $"The socket {_folder.Socket} is in use by a Redis that keeps its data in {folder}: stop it, or choose another "
                + $"{RedisOptions.Section}:{nameof(RedisOptions.DataFolder)}.");
        }
    }

    // As a daemon it has a session of its own: Ctrl+C ends the server, and the server ends Redis once all is written.
    private async Task LaunchAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo(_options.ServerPath)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
                 [
                     "--daemonize", "yes", "--dir", _folder.Path, "--logfile", _folder.Log, "--pidfile", "",
                     "--port", "0", "--unixsocket", Path.GetFileName(_folder.Socket), "--unixsocketperm", "700",
                     "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--auto-aof-rewrite-min-size", "1gb",
                     "--maxmemory-policy", "noeviction",
                 ])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
            var said = await process.StandardOutput.ReadToEndAsync(cancel) + await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new StoreRefusedException($"{_options.ServerPath} did not start in {_folder.Path}: {said.Trim()}");
            }
        }
        catch (Win32Exception missing)
        {
            throw new StoreRefusedException(
                $"{_options.ServerPath} was not found ({missing.Message}): install Redis 7 or newer, set "
                + $"{RedisOptions.Section}:{nameof(RedisOptions.ServerPath)}, or name a running Redis by {RedisOptions.Section}:Configuration.",
                missing);
        }
    }

    private async Task AwaitListeningAsync(CancellationToken cancel)
    {
        var since = _time.GetTimestamp();
        while (!await IsListeningAsync(cancel))
        {
            if (_time.GetElapsedTime(since) > StartTime)
            {
                var lines = File.Exists(_folder.Log) ? await File.ReadAllLinesAsync(_folder.Log, cancel) : [];
                throw new StoreRefusedException(
                    $"The private Redis did not start within {StartTime.TotalSeconds:0} s. The end of {_folder.Log}:"
                    + $"{Environment.NewLine}{string.Join(Environment.NewLine, lines.TakeLast(5))}");
            }

            await Task.Delay(AskAgain, _time, cancel);
        }
    }

    // Redis gives its socket up when everything is on disk, just before its process ends.
    private async Task EndAsync()
    {
        if (await AskAsync(CancellationToken.None) is not null)
        {
            return;
        }

        await using var connection = await AdminAsync();
        Server(connection).Shutdown(ShutdownMode.Default, CommandFlags.FireAndForget);
        var since = _time.GetTimestamp();
        while (await AskAsync(CancellationToken.None) != "")
        {
            if (_time.GetElapsedTime(since) > EndTime)
            {
                LogNotEnded(null, _folder.Socket);
                return;
            }

            await Task.Delay(AskAgain, _time);
        }

        LogEnded(_folder.Socket);
    }

    private Task<ConnectionMultiplexer> AdminAsync() => ConnectionMultiplexer.ConnectAsync(Endpoint + ",allowAdmin=true");

    private static IServer Server(ConnectionMultiplexer connection) => connection.GetServers()[0];

    [LoggerMessage(110, LogLevel.Information, "Started a private Redis at {Socket}")]
    private partial void LogStarted(string socket);

    [LoggerMessage(111, LogLevel.Information, "Goes on with the private Redis at {Socket}")]
    private partial void LogFound(string socket);

    [LoggerMessage(112, LogLevel.Information, "Ended the private Redis at {Socket}")]
    private partial void LogEnded(string socket);

    [LoggerMessage(113, LogLevel.Warning, "The private Redis at {Socket} did not end")]
    private partial void LogNotEnded(Exception? error, string socket);
}
