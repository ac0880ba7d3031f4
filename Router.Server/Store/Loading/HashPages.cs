using Router.Server.Store.Connections;
using StackExchange.Redis;

namespace Router.Server.Store.Loading;

/// <summary>Reads a whole hash in pages, however large it is.</summary>
internal static class HashPages
{
    private const int PageSize = 1_000;

    /// <returns>Every field once: a page may repeat what an earlier one had.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public static async Task<Dictionary<RedisValue, T>> ReadAsync<T>(
        RedisConnection connection, string key, Func<byte[], T> parse, CancellationToken cancel)
    {
        var values = new Dictionary<RedisValue, T>();
        try
        {
            await foreach (var entry in connection.Database
                .HashScanAsync(key, pageSize: PageSize, flags: CommandFlags.DemandMaster)
                .WithCancellation(cancel))
            {
                values[entry.Name] = parse((byte[])entry.Value!);
            }
        }
        catch (Exception error) when (RedisConnection.IsRedisError(error))
        {
            throw new StoreUnavailableException($"Redis, loading {key}: {error.Message}", error);
        }

        return values;
    }
}
