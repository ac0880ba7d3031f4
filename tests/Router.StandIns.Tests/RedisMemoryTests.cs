using Router.Testing;

namespace Router.StandIns.Tests;

/// <summary>Alone: other tests' memory would be counted with it.</summary>
[CollectionDefinition(nameof(RedisMemoryTests), DisableParallelization = true)]
[Collection(nameof(RedisMemoryTests))]
public sealed class RedisMemoryTests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>
{
    private const int Callers = 64;
    private const long Allowed = 8 * 1024 * 1024;

    [Fact]
    public async Task HalfAMillionCommands_KeepMemoryFlat()
    {
        var argument = new byte[300];
        await EchoAsync(argument, commands: 50_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Eventually.DoneAsync(EchoAsync(argument, commands: 500_000), "half a million commands", TimeSpan.FromSeconds(120));

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -Allowed, Allowed);
    }

    [Fact]
    public async Task HugeReplies_LeaveNothingBehind()
    {
        const string Script = "local all = {} for i = 1, 200000 do all[i] = 'element ' .. i end return all";
        await redis.Database.PingAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var round = 0; round < 10; round++)
        {
            await redis.Database.ScriptEvaluateAsync(Script);
        }

        await redis.Database.PingAsync();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -Allowed, Allowed);
    }

    private async Task EchoAsync(byte[] argument, int commands) =>
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < commands / Callers; i++)
            {
                var reply = (byte[]?)await redis.Database.ExecuteAsync("ECHO", argument);
                Assert.Equal(argument.Length, reply?.Length);
            }
        })));
}
