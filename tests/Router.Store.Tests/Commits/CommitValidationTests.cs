using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Connections;
using Router.Store.Tests.Support;
using StackExchange.Redis;

namespace Router.Store.Tests.Commits;

/// <summary>A batch that cannot be written whole is not written at all.</summary>
public sealed class CommitValidationTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData("agents")]
    [InlineData("queue:service")]
    [InlineData("events")]
    public async Task CommitAsync_WithAKeyOfAnotherType_ChangesNothingUntilThatIsMended(string key)
    {
        var workspace = await fixture.OwnAsync();
        RedisKey broken = workspace.Keys.Owner.Replace("owner", key, StringComparison.Ordinal);
        await fixture.Database.StringSetAsync(broken, "by hand");
        var before = await fixture.DumpAsync(workspace);
        using var batch = workspace.Next(Batches.WithFacts(1, 1) with
        {
            Tickets = [Batches.Ticket("t1")],
            Agents = [Filled.Make<Engine.Records.AgentRecord>()],
        });

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => workspace.CommitAsync(batch));

        Assert.Contains(key, refused.Message);
        Assert.Equal(before, await fixture.DumpAsync(workspace));
        await fixture.Database.KeyDeleteAsync(broken);
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(batch));
    }

    [Fact]
    public async Task CommitAsync_WithEventsThatAreThereAlready_ChangesNothing()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.WithFacts(1, 5));
        var before = await fixture.DumpAsync(workspace);

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => workspace.CommitAsync(Batches.WithFacts(1, 5) with { Tickets = [Batches.Ticket("t1")] }));
        Assert.Equal(before, await fixture.DumpAsync(workspace));
    }

    public static TheoryData<string, string, string[], string> BadWrites => new()
    {
        { "SET", "tickets", ["a", "b"], "is no write" },
        { "HSET", "tickets", [], "groups of 2" },
        { "HSET", "tickets", ["a", "b", "c"], "groups of 2" },
        { "HDEL", "tickets", [], "groups of 1" },
        { "ZADD", "queue:service", ["soon", "t1"], "whole numbers" },
        { "ZADD", "queue:service", ["nan", "t1"], "whole numbers" },
        { "EXPIRE", "tickets", ["later"], "wants seconds" },
        { "DEL", "tickets", ["more"], "no arguments" },
        { "ZREMRANGEBYSCORE", "closed", ["x"], "highest score" },
        { "XADD", "events", ["5-1", "e", "x"], "an id" },
        { "XADD", "events", ["*", "e", "x"], "an id" },
        { "XADD", "events", ["5-0", "e"], "an id" },
        { "XADD", "messages:t1", ["0-0", "m", "x"], "above the last one" },
        { "ZADD", "tickets", ["5", "t1"], "not a hash" },
    };

    [Theory]
    [MemberData(nameof(BadWrites))]
    public async Task Commit_WithABadWriteAfterAGoodOne_SaysWhatIsWrongAndWritesNothing(string command, string key, string[] arguments, string expected)
    {
        var workspace = await fixture.OwnAsync();
        var pack = new PackWriter();
        pack.Array(2);
        pack.Text("state");
        var writes = new WriteList(pack, workspace.Keys);
        Add(writes, "HSET", workspace.Keys.Tickets, ["t1", "ticket"]);
        Add(writes, command, workspace.Keys.Owner.Replace("owner", key, StringComparison.Ordinal), arguments);
        writes.EndList();
        var before = await fixture.DumpAsync(workspace);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => SendAsync(workspace, writes.Keys, pack.Written.ToArray()));

        Assert.Contains("write 2", refused.Message);
        Assert.Contains(expected, refused.Message);
        Assert.Equal(before, await fixture.DumpAsync(workspace));
    }

    [Theory]
    [InlineData("router:{other}:tickets")]
    [InlineData("tickets")]
    public async Task Commit_ToAKeyOutsideTheWorkspace_WritesNothing(string key)
    {
        var workspace = await fixture.OwnAsync();
        var pack = new PackWriter();
        pack.Array(2);
        pack.Text("state");
        var writes = new WriteList(pack, workspace.Keys);
        Add(writes, "HSET", key, ["t1", "ticket"]);
        writes.EndList();

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => SendAsync(workspace, writes.Keys, pack.Written.ToArray()));

        Assert.Contains("a key of this workspace", refused.Message);
        Assert.False(await fixture.Database.KeyExistsAsync(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not MessagePack at all")]
    public async Task Commit_OfAMalformedPayload_WritesNothing(string payload)
    {
        var workspace = await fixture.OwnAsync();
        var before = await fixture.DumpAsync(workspace);

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => SendAsync(workspace, [workspace.Keys.Owner, workspace.Keys.Meta], System.Text.Encoding.UTF8.GetBytes(payload)));
        Assert.Equal(before, await fixture.DumpAsync(workspace));
    }

    private static void Add(WriteList writes, string command, string key, string[] arguments)
    {
        writes.Begin(command, key);
        foreach (var argument in arguments)
        {
            writes.Next().Text(argument);
        }

        writes.End();
    }

    private async Task SendAsync(WorkspaceUnderTest workspace, IReadOnlyList<string> keys, byte[] payload)
    {
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(fixture.Redis.Endpoint);
        await using var connection = new RedisConnection(multiplexer, replicas: 0);
        await connection.CallAsync(
            "commit", keys, [workspace.Claim.Term, workspace.Claim.Token, 3000, 1, "hash", 1, payload], false, CancellationToken.None);
    }
}
