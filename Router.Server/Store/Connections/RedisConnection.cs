using System.Net;
using Router.Server.Store.Functions;
using StackExchange.Redis;

namespace Router.Server.Store.Connections;

/// <summary>The connection to Redis: calls of the function library, with errors told in one way.</summary>
/// <param name="multiplexer">The connection.</param>
/// <param name="replicas">How many have to confirm what is to be on replicas too; 0 where there are none.</param>
internal sealed class RedisConnection(ConnectionMultiplexer multiplexer, int replicas) : IAsyncDisposable
{
    private const int ReplicaWaitMs = 1_000;

    public IDatabase Database { get; } = multiplexer.GetDatabase();

    public bool IsConnected => multiplexer.IsConnected;

    /// <summary>Calls a function.</summary>
    /// <param name="function">Its name without the library's.</param>
    /// <param name="keys">What it touches; the first decides the server.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="onReplicaToo">Answer only when as many replicas as have to confirm, where there are any, have it too.</param>
    /// <param name="cancel">Stops waiting; what was sent may still be done.</param>
    /// <exception cref="StoreUnavailableException">No answer, or an error.</exception>
    public async Task<RedisResult> CallAsync(
        string function, IReadOnlyList<string> keys, RedisValue[] arguments, bool onReplicaToo, CancellationToken cancel)
    {
        var call = new object[2 + keys.Count + arguments.Length];
        call[0] = $"{FunctionLibrary.Name}_{function}";
        call[1] = keys.Count;
        for (var i = 0; i < keys.Count; i++)
        {
            call[2 + i] = (RedisKey)keys[i];
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            call[2 + keys.Count + i] = arguments[i];
        }

        return await GuardAsync(
            onReplicaToo && replicas > 0 ? CallAndWaitAsync(keys[0], call) : Database.ExecuteAsync("FCALL", call, CommandFlags.DemandMaster),
            function,
            cancel);
    }

    /// <summary>Awaits a command.</summary>
    /// <exception cref="StoreUnavailableException">No answer, or an error.</exception>
    public static async Task<T> GuardAsync<T>(Task<T> command, string what, CancellationToken cancel)
    {
        try
        {
            return await command.WaitAsync(cancel);
        }
        catch (Exception error) when (IsRedisError(error) || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The client may give a command up as cancelled, too: whoever waits has not gone for that.
            throw new StoreUnavailableException($"Redis, {what}: {error.Message}", error);
        }
    }

    public static bool IsRedisError(Exception error) =>
        error is RedisException or RedisTimeoutException or RedisCommandException or ObjectDisposedException;

    public ValueTask DisposeAsync() => multiplexer.DisposeAsync();

    // Both on one connection and without a pause between them: WAIT counts what its own connection wrote.
    private async Task<RedisResult> CallAndWaitAsync(string key, object[] call)
    {
        var primary = multiplexer.GetServer(PrimaryOf(key));
        var answers = await Task.WhenAll(primary.ExecuteAsync("FCALL", call), primary.ExecuteAsync("WAIT", replicas, ReplicaWaitMs));
        var confirmed = (long)answers[1];
        return confirmed >= replicas
            ? answers[0]
            : throw new StoreUnavailableException(
                $"{(confirmed == 0 ? "No replica" : $"Only {confirmed} of {replicas} replicas")} had the write within {ReplicaWaitMs} ms.");
    }

    private EndPoint PrimaryOf(string key)
    {
        var servers = multiplexer.GetServers();
        var inCluster = servers.Select(s => s.ClusterConfiguration).FirstOrDefault(c => c is not null);
        return inCluster?.GetBySlot((RedisKey)key)?.EndPoint
            ?? servers.FirstOrDefault(s => s.IsConnected && !s.IsReplica)?.EndPoint
            ?? throw new StoreUnavailableException("No primary is connected.");
    }
}
