using Router.Server.Store.Functions;
using StackExchange.Redis;

namespace Router.Server.Store.Connections;

/// <summary>Connects at start: waits for Redis, refuses one that would lose tickets, loads the functions where they are missing.</summary>
internal sealed partial class RedisConnector(RedisOptions options, TimeProvider time, ILogger<RedisConnector> logger)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(100);

    /// <exception cref="StoreRefusedException">It did not come up in time, or is not fit; the message says what to do.</exception>
    public async Task<RedisConnection> ConnectAsync(string configuration, Action<ConnectionFailedEventArgs> onFailure, CancellationToken cancel)
    {
        var settings = ConfigurationOptions.Parse(configuration);
        settings.SetDefaultPorts();
        settings.AbortOnConnectFail = false;
        settings.ClientName = "router";

        // INFO counts as an administrator's command for the client.
        settings.AllowAdmin = true;

        // A call while disconnected fails at once: its caller repeats it, in its own order.
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.ReconnectRetryPolicy = new LinearRetry(250);
        var limit = time.GetTimestamp();
        await FindRedisAsync(settings, limit, cancel);
        var multiplexer = await OpenAsync(settings);
        try
        {
            multiplexer.ConnectionFailed += (_, failure) => onFailure(failure);
            await AnswersAsync(multiplexer, settings, limit, cancel);
            return await PrepareAsync(multiplexer, viaSentinel: !string.IsNullOrEmpty(settings.ServiceName));
        }
        catch (Exception error)
        {
            await multiplexer.DisposeAsync();
            if (!RedisConnection.IsRedisError(error))
            {
                throw;
            }

            throw new StoreRefusedException(
                $"Redis at {string.Join(", ", settings.EndPoints)} refused what a start needs ({error.Message}): its user must be allowed "
                + "INFO, FUNCTION LIST, FUNCTION LOAD, FCALL, and all commands on keys router:*.",
                error);
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync(ConfigurationOptions settings)
    {
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(settings);
        }
        catch (Exception error) when (RedisConnection.IsRedisError(error))
        {
            // Sentinels that do not know the service, say.
            throw Unreachable(settings, error);
        }
    }

    private async Task FindRedisAsync(ConfigurationOptions settings, long since, CancellationToken cancel)
    {
        while (!settings.Ssl)
        {
            foreach (var address in settings.EndPoints)
            {
                switch (await RedisProbe.AskAsync(address, cancel))
                {
                    case null:
                        return;
                    case { Length: > 0 } said:
                        throw new StoreRefusedException(
                            $"{address} is not Redis: to PING it said '{said}'. Name a Redis by {RedisOptions.Section}:Configuration.");
                }
            }

            await WaitAsync(settings, since, null, cancel);
        }
    }

    private async Task AnswersAsync(ConnectionMultiplexer multiplexer, ConfigurationOptions settings, long since, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await multiplexer.GetDatabase().PingAsync();
                return;
            }
            catch (Exception error) when (RedisConnection.IsRedisError(error))
            {
                if (multiplexer.GetServers().FirstOrDefault(s => s.ServerType == ServerType.Sentinel) is { } sentinel)
                {
                    throw new StoreRefusedException(
                        $"{sentinel.EndPoint} is a Sentinel: add serviceName=<name of the primary> to {RedisOptions.Section}:Configuration.");
                }

                await WaitAsync(settings, since, error, cancel);
            }
        }
    }

    private async Task WaitAsync(ConfigurationOptions settings, long since, Exception? error, CancellationToken cancel)
    {
        if (time.GetElapsedTime(since) > TimeSpan.FromSeconds(options.ConnectSeconds))
        {
            throw Unreachable(settings, error);
        }

        await Task.Delay(AskAgain, time, cancel);
    }

    private async Task<RedisConnection> PrepareAsync(ConnectionMultiplexer multiplexer, bool viaSentinel)
    {
        var primaries = multiplexer.GetServers().Where(s => s.IsConnected && !s.IsReplica).ToList();
        var infos = new List<RedisInfo>();
        foreach (var primary in primaries)
        {
            infos.Add(new RedisInfo(primary.EndPoint.ToString()!, await primary.InfoRawAsync() ?? ""));
        }

        var mistakes = StartChecks.Mistakes(infos, options, viaSentinel);
        if (mistakes.Count > 0)
        {
            throw new StoreRefusedException(string.Join(Environment.NewLine, mistakes));
        }

        foreach (var primary in primaries)
        {
            if (await FunctionLibrary.EnsureAsync(primary))
            {
                LogLoaded(FunctionLibrary.Name, primary.EndPoint.ToString()!);
            }
        }

        var isReplicated = options.ConfirmingReplicas > 1 || infos.Exists(info => StartChecks.IsReplicated(info, viaSentinel));
        return new RedisConnection(multiplexer, isReplicated ? options.ConfirmingReplicas : 0);
    }

    private StoreRefusedException Unreachable(ConfigurationOptions settings, Exception? error) => new(
        $"Redis at {string.Join(", ", settings.EndPoints)} did not answer within {options.ConnectSeconds} s"
        + $"{(error is null ? "" : $" ({error.Message})")}: start it, or name another by {RedisOptions.Section}:Configuration.",
        error);

    [LoggerMessage(100, LogLevel.Information, "Loaded the function library {Library} into {Server}")]
    private partial void LogLoaded(string library, string server);
}
