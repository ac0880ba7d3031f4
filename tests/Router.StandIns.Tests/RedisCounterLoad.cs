using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

/// <summary>Callers that count up one key each without pause, and note how often Redis said yes and how often nobody knows.</summary>
internal sealed class RedisCounterLoad
{
    private readonly IDatabase _database;
    private readonly long[] _acknowledged;
    private readonly long[] _failed;
    private readonly Task _callers;
    private volatile bool _stopping;

    public RedisCounterLoad(IDatabase database, int callers)
    {
        _database = database;
        _acknowledged = new long[callers];
        _failed = new long[callers];
        _callers = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CountAsync(caller))));
    }

    public long Acknowledged => _acknowledged.Sum();

    public long Failed => _failed.Sum();

    /// <summary>Waits until it has gone on by some, which takes a working connection.</summary>
    public async Task ProgressAsync(string when)
    {
        var goal = Acknowledged + (10 * _acknowledged.Length);
        await Eventually.TrueAsync(() => Task.FromResult(Acknowledged >= goal), $"commands acknowledged {when}");
    }

    public async Task StopAsync()
    {
        _stopping = true;
        await Eventually.DoneAsync(_callers, "an answer or an error for every command under way");
    }

    /// <summary>Nothing acknowledged is lost, and nothing is done that no caller asked for.</summary>
    public async Task AssertKeptAsync()
    {
        for (var caller = 0; caller < _acknowledged.Length; caller++)
        {
            var value = (long)await _database.StringGetAsync(Key(caller));
            Assert.InRange(value, _acknowledged[caller], _acknowledged[caller] + _failed[caller]);
        }
    }

    private static string Key(int caller) => $"counter:{caller}";

    private async Task CountAsync(int caller)
    {
        while (!_stopping)
        {
            try
            {
                await _database.StringIncrementAsync(Key(caller));
                Interlocked.Increment(ref _acknowledged[caller]);
            }
            catch (Exception)
            {
                // Not only RedisException: a command under way at the loss also ends by the connection's own error or by cancellation.
                Interlocked.Increment(ref _failed[caller]);
            }
        }
    }
}
