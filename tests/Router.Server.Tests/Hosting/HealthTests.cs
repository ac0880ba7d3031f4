using System.Net;
using System.Text.Json.Nodes;
using Grpc.Health.V1;
using Router.Server.Tests.Edge;
using Router.Server.Tests.Infrastructure;
using Router.Server.Workspaces;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Server.Tests.Hosting;

/// <summary>What is told of a workspace that cannot be served, while the others are.</summary>
public sealed class HealthTests
{
    private const int NotLoaded = 226;
    private const string Secret = "a-customer-of-ours";

    private static readonly int[] OfAnOutage = [101, 211, 212, 222, 223];

    public static TheoryData<string, string> Damages => new()
    {
        { "newer", "was saved in format 99 by a newer server" },
        { "broken ticket", "cannot be read" },
        { "ticket without its content", "cannot be read" },
        { "broken policy", "cannot be read" },
    };

    [Fact]
    public async Task A_server_that_serves_all_says_no_more()
    {
        await using var server = await RouterServer.StartAsync();

        var (status, health) = await ReadAsync(server);

        Assert.Equal((HttpStatusCode.OK, "serving", (JsonNode?)null), (status, (string?)health["status"], health["notServed"]));
        var (serving, notServed) = await CheckAsync(server);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, serving);
        Assert.Empty(notServed);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_workspace_that_cannot_be_loaded_is_told_with_why_and_served_once_it_is_mended(string damage, string why)
    {
        await using var redis = await RedisProcess.StartAsync();
        await FillAsync(redis);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Endpoint);
        var database = connection.GetDatabase();
        var mend = await DamageAsync(database, damage);
        await using var server = await RouterServer.StartAsync(redis: redis);
        server.Logs.Expect(NotLoaded);
        await Eventually.TrueAsync(() => Task.FromResult(Other(server).NotServed?.Cause == NotServedCause.Unreadable), "the load fails");

        var (status, health) = await ReadAsync(server);
        var told = Assert.Single(health["notServed"]!.AsArray())!;
        Assert.Equal((HttpStatusCode.OK, "serving"), (status, (string?)health["status"]));
        Assert.Equal(("acme", "unreadable"), ((string?)told["workspace"], (string?)told["cause"]));
        Assert.Contains(why, (string?)told["message"], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, health.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["acme=unreadable"], (await CheckAsync(server)).NotServed);
        Assert.Equal("", await database.HashGetAsync("router:{acme}:owner", "token"));

        await mend();
        server.Time.Skip(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => Task.FromResult(Other(server).IsServing), "the mended workspace is served");
        Assert.Null((await ReadAsync(server)).Health["notServed"]);
        Assert.DoesNotContain(server.Logs.Entries, e => e.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_default_workspace_unread_makes_the_server_not_serve()
    {
        await using var redis = await RedisProcess.StartAsync();
        await FillAsync(redis);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Endpoint);
        await connection.GetDatabase().HashSetAsync("router:{default}:meta", "format", 99);
        await using var server = await RouterServer.StartAsync(redis: redis, isServed: false);
        server.Logs.Expect(NotLoaded);
        await Eventually.TrueAsync(() => Task.FromResult(server.Default.NotServed?.Cause == NotServedCause.Unreadable), "the load fails");
        await Eventually.TrueAsync(() => Task.FromResult(Other(server).IsServing), "the other is served");

        var (status, health) = await ReadAsync(server);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not serving"), (status, (string?)health["status"]));
        Assert.Equal("default", (string?)Assert.Single(health["notServed"]!.AsArray())!["workspace"]);
        var (serving, notServed) = await CheckAsync(server);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, serving);
        Assert.Equal(["default=unreadable"], notServed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_does_not_answer_makes_the_server_not_serve_until_it_does(bool underWay)
    {
        await using var server = await RouterServer.StartAsync();
        server.Logs.Expect(OfAnOutage);
        using var admin = TestCaller.As(server, "admin");
        server.Redis.Pause();
        using var change = underWay ? admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "anna" } }) : null;
        server.Time.Skip(TimeSpan.FromSeconds(3));

        JsonNode health;
        try
        {
            await Eventually.TrueAsync(async () => (await ReadAsync(server)).Status == HttpStatusCode.ServiceUnavailable, "the outage is told");
            health = (await ReadAsync(server)).Health;
        }
        finally
        {
            server.Redis.Continue();
        }

        Assert.Equal(("default", "store_away"), ((string?)health["notServed"]![0]!["workspace"], (string?)health["notServed"]![0]!["cause"]));
        await Eventually.TrueAsync(async () => (await ReadAsync(server)).Status == HttpStatusCode.OK, "the server serves again");
    }

    private static Workspace Other(RouterServer server) =>
        ((WorkspaceRegistry)server.Services.GetService(typeof(WorkspaceRegistry))!).Find("acme")!;

    /// <summary>A workspace <c>acme</c> with a ticket.</summary>
    private static async Task FillAsync(RedisProcess redis)
    {
        await using var server = await RouterServer.StartAsync(redis: redis);
        using var admin = TestCaller.As(server, "admin");
        await admin.Supervisors.CreateWorkspaceAsync(new() { Workspace = "acme" });
        using var other = TestCaller.As(server, "admin", claims: new() { ["workspace"] = "acme" });
        await other.Supervisors.PutQueueAsync(new() { Queue = new() { Name = "service", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } } });
        await other.Tickets.SubmitAsync(new()
        {
            Source = "test",
            ExternalId = "1",
            Channel = "call",
            Queue = "service",
            Customer = new() { Name = Secret },
            Text = Secret,
        });
    }

    /// <summary>Damages it.</summary>
    /// <returns>Mends it.</returns>
    private static async Task<Func<Task>> DamageAsync(IDatabase redis, string damage)
    {
        var (key, field) = damage switch
        {
            "newer" => ("meta", (RedisValue)"format"),
            "broken ticket" => ("tickets", (await redis.HashKeysAsync("router:{acme}:tickets")).Single()),
            "ticket without its content" => ("contents", (await redis.HashKeysAsync("router:{acme}:contents")).Single()),
            _ => ("policy", await redis.HashGetAsync("router:{acme}:policy", "current")),
        };
        key = $"router:{{acme}}:{key}";
        var good = await redis.HashGetAsync(key, field);
        if (damage == "ticket without its content")
        {
            await redis.HashDeleteAsync(key, field);
        }
        else
        {
            await redis.HashSetAsync(key, field, damage == "newer" ? 99 : Secret);
        }

        return () => redis.HashSetAsync(key, field, good);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Health)> ReadAsync(RouterServer server)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(server.HttpAddress, "/healthz"));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task<(HealthCheckResponse.Types.ServingStatus Status, string[] NotServed)> CheckAsync(RouterServer server)
    {
        using var caller = new TestCaller(server.GrpcAddress, token: null);
        using var call = new Health.HealthClient(caller.Invoker).CheckAsync(new HealthCheckRequest());
        var status = (await call).Status;
        return (status, [.. call.GetTrailers().Where(t => t.Key == "router-not-served").Select(t => t.Value)]);
    }
}
