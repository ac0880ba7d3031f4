using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

public sealed class RedisCommandTests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>
{
    private readonly IDatabase _database = redis.Database;

    [Fact]
    public async Task Get_AfterSet_GivesTheValue()
    {
        await _database.StringSetAsync("greeting", "hello");

        Assert.Equal("hello", await _database.StringGetAsync("greeting"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(8 * 1024 * 1024)]
    public async Task Value_OfAnyLength_ComesBackWhole(int length)
    {
        var value = new byte[length];
        Random.Shared.NextBytes(value);
        var key = $"value:{length}";

        await _database.StringSetAsync(key, value);

        Assert.Equal(value, (byte[]?)await _database.StringGetAsync(key));
    }

    [Fact]
    public async Task LargeValues_OfParallelCallers_DoNotMix()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async caller =>
        {
            var value = new byte[(512 * 1024) + caller];
            Array.Fill(value, (byte)caller);
            for (var round = 0; round < 8; round++)
            {
                await _database.StringSetAsync($"large:{caller}", value);
                Assert.Equal(value, (byte[]?)await _database.StringGetAsync($"large:{caller}"));
            }
        }));
    }

    [Fact]
    public async Task Replies_ToManyParallelCallers_GoToWhoAsked()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
            {
                Assert.Equal($"{caller}:{round}", (string?)await _database.ExecuteAsync("ECHO", $"{caller}:{round}"));
            }
        })));
    }

    [Fact]
    public async Task BlockingCallers_OnManyThreads_AllGetTheirReply()
    {
        var threads = Enumerable.Range(0, 32).Select(caller => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < 50; round++)
                {
                    Assert.Equal($"{caller}:{round}", (string?)_database.Execute("ECHO", $"{caller}:{round}"));
                }
            },
            TaskCreationOptions.LongRunning));

        await Eventually.DoneAsync(Task.WhenAll(threads), "replies to all blocking callers");
    }

    [Fact]
    public async Task NestedArrays_OfEveryDepthAndLength_ComeBackWhole()
    {
        const string Script = "local all = {} for i = 1, 3000 do all[i] = { i, { 'x' .. i, {} } } end return all";

        var result = (RedisResult[])(await _database.ScriptEvaluateAsync(Script))!;

        Assert.Equal(3000, result.Length);
        for (var i = 0; i < result.Length; i++)
        {
            Assert.Equal(i + 1, (int)result[i][0]);
            Assert.Equal($"x{i + 1}", (string?)result[i][1][0]);
            Assert.Equal(0, result[i][1][1].Length);
        }
    }

    [Fact]
    public async Task Elements_OfALongList_ComeBackInOrder()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => (RedisValue)i).ToArray();
        await _database.ListRightPushAsync("long-list", values);

        Assert.Equal(values, await _database.ListRangeAsync("long-list"));
    }

    [Fact]
    public async Task StreamEntries_WithTheirFields_AreParsed()
    {
        var id = await _database.StreamAddAsync("events", [new NameValueEntry("kind", "queued"), new NameValueEntry("no", 7)]);
        await _database.StreamAddAsync("events", "kind", "offered");

        var entries = await _database.StreamRangeAsync("events");

        Assert.Equal(2, entries.Length);
        Assert.Equal(id, entries[0].Id);
        Assert.Equal(7, (int)entries[0]["no"]);
        Assert.Equal("offered", entries[1]["kind"]);
    }

    [Fact]
    public async Task HashesAndSortedSets_AreParsed()
    {
        await _database.HashSetAsync("hash", [new HashEntry("a", 1), new HashEntry("b", 2)]);
        await _database.SortedSetAddAsync("set", [new SortedSetEntry("low", 1.5), new SortedSetEntry("high", 2.5)]);

        Assert.Equal(2, (await _database.HashGetAllAsync("hash")).Length);
        Assert.Equal([new SortedSetEntry("low", 1.5), new SortedSetEntry("high", 2.5)], await _database.SortedSetRangeByRankWithScoresAsync("set"));
    }

    [Fact]
    public async Task Transaction_WithAFailedCondition_DoesNothing()
    {
        var transaction = _database.CreateTransaction();
        transaction.AddCondition(Condition.KeyExists("absent"));
        _ = transaction.StringSetAsync("never", 1);

        Assert.False(await transaction.ExecuteAsync());
        Assert.False(await _database.KeyExistsAsync("never"));
    }

    [Fact]
    public async Task FunctionCalls_InOneBatch_AreAnsweredInOrder()
    {
        await _database.ExecuteAsync("FUNCTION", "LOAD", "REPLACE", "#!lua name=batch\nredis.register_function('take', function(keys, args) return #args[1] end)");
        var batch = _database.CreateBatch();
        var calls = Enumerable.Range(0, 200).Select(i => batch.ExecuteAsync("FCALL", "take", 0, new byte[i * 500])).ToList();

        batch.Execute();

        var lengths = await Task.WhenAll(calls);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i * 500), lengths.Select(length => (int)length));
    }

    [Fact]
    public async Task ServerError_OfOneCommand_LeavesTheConnectionWhole()
    {
        var error = await Assert.ThrowsAsync<RedisServerException>(() => _database.ExecuteAsync("FCALL", "no-such-function", 0));

        Assert.Contains("Function not found", error.Message);
        Assert.True(redis.Connection.IsConnected);
    }
}
