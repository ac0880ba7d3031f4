using Microsoft.Extensions.Options;
using Router.Server.Store.Connections;
using Router.Server.Store.Embedded;
using StackExchange.Redis;

namespace Router.Server.Store;

/// <summary>The store of this process: the connection to Redis, and a private Redis where none is configured.</summary>
public sealed partial class RouterStore : IAsyncDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ending = new();
    private PrivateRedis? _private;
    private RedisConnection? _connection;
    private int _isReviving;

    /// <summary>Makes a store that is not started.</summary>
    /// <param name="options">Where Redis is.</param>
    /// <param name="time">Real time.</param>
    /// <param name="loggers">For its parts.</param>
    public RouterStore(IOptions<RedisOptions> options, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options.Value;
        _time = time;
        _loggers = loggers;
        _logger = loggers.CreateLogger<RouterStore>();
    }

    /// <summary>Whether Redis can be reached now.</summary>
    public bool IsConnected => _connection?.IsConnected ?? false;

    internal RedisConnection Connection =>
        _connection ?? throw new InvalidOperationException("The store is not started.");

    /// <summary>Connects, after starting a private Redis where none is configured.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StoreRefusedException">Redis is not there or not fit; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        var configuration = _options.Configuration;
        if (configuration.Length == 0)
        {
            _private = await PrivateRedis.StartAsync(_options, _time, _loggers.CreateLogger<PrivateRedis>(), cancel);
            configuration = _private.Endpoint;
        }

        try
        {
            var connector = new RedisConnector(_options, _time, _loggers.CreateLogger<RedisConnector>());
            _connection = await connector.ConnectAsync(configuration, OnConnectionFailed, cancel);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>The store of one workspace.</summary>
    /// <param name="workspace">Its id.</param>
    public WorkspaceStore Workspace(string workspace) => new(Connection, new WorkspaceKeys(workspace), _options, _time);

    /// <summary>The workspaces there are.</summary>
    public WorkspaceDirectory Workspaces => new(Connection);

    /// <summary>Ends the connection and the private Redis.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.DisposeAsync();
        }

        if (Interlocked.Exchange(ref _private, null) is { } redis)
        {
            await redis.DisposeAsync();
        }
    }

    private void OnConnectionFailed(ConnectionFailedEventArgs failure)
    {
        LogConnectionFailed(failure.Exception, failure.EndPoint?.ToString() ?? "", failure.FailureType);
        if (_private is { } redis && !_ending.IsCancellationRequested)
        {
            _ = ReviveAsync(redis);
        }
    }

    private async Task ReviveAsync(PrivateRedis redis)
    {
        // Each failed attempt to connect again is told as a failure too: one is enough to look after it.
        if (Interlocked.Exchange(ref _isReviving, 1) == 1)
        {
            return;
        }

        while (_connection is { IsConnected: false } && !_ending.IsCancellationRequested)
        {
            try
            {
                await redis.EnsureRunningAsync(_ending.Token);
            }
            catch (Exception error) when (error is StoreRefusedException || RedisConnection.IsRedisError(error))
            {
                LogNotRevived(error);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await Task.Delay(AskAgain, _time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Volatile.Write(ref _isReviving, 0);
    }

    [LoggerMessage(101, LogLevel.Warning, "Lost the connection to Redis at {Server}: {Kind}")]
    private partial void LogConnectionFailed(Exception? error, string server, ConnectionFailureType kind);

    [LoggerMessage(102, LogLevel.Error, "The private Redis could not be started again")]
    private partial void LogNotRevived(Exception error);
}
