using Microsoft.Extensions.DependencyInjection;
using Router.Engine;
using Router.Server.Tests.Infrastructure;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>Workspaces in a whole server.</summary>
public sealed class WorkspaceRegistryTests
{
    [Fact]
    public async Task Default_ExistsFromTheStart_OthersAreCreated_AndAreThereAfterARestart()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using (var first = await RouterServer.StartAsync(redis: redis))
        {
            var workspaces = first.Services.GetRequiredService<WorkspaceRegistry>();
            Assert.Null(workspaces.Find("other"));
            Assert.True(await workspaces.CreateAsync("other", "The other one", CancellationToken.None));
            Assert.False(await workspaces.CreateAsync("other", "Again", CancellationToken.None));
            Assert.Equal("The other one", workspaces.Find("other")!.DisplayName);
        }

        await using var second = await RouterServer.StartAsync(redis: redis);
        var there = second.Services.GetRequiredService<WorkspaceRegistry>();

        Assert.Equal(["default", "other"], there.All.Select(w => w.Id));
        Assert.Equal(0, await there.Find("other")!.QueryAsync(e => e.OpenTickets));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Other")]
    [InlineData("other_one")]
    [InlineData("{other}")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task CreateAsync_WithWhatIsNoId_Throws(string id)
    {
        await using var server = await RouterServer.StartAsync();
        var workspaces = server.Services.GetRequiredService<WorkspaceRegistry>();

        await Assert.ThrowsAsync<ArgumentException>(() => workspaces.CreateAsync(id, "", CancellationToken.None));
    }

    [Fact]
    public async Task StoppedServer_RefusesWithShuttingDown()
    {
        await using var server = await RouterServer.StartAsync();
        var workspace = server.Default;

        await server.StopAsync();

        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => workspace.QueryAsync(e => e.Now).AsTask());
        Assert.Equal(Reason.ShuttingDown, error.Reason);
    }

    [Fact]
    public async Task ObserverSources_WatchEveryWorkspaceFromItsFirstBatch()
    {
        var source = new WatcherSource();
        await using var server = await RouterServer.StartAsync(services: s => s.AddSingleton<IBatchObserverSource>(source));

        Assert.Single(source.Watcher.Facts.OfType<Router.Engine.Events.OwnerStarted>());
        await server.StopAsync();
        Assert.Equal([StopReason.ShuttingDown], source.Watcher.Stops);
    }

    [Fact]
    public async Task FastClock_RunsTheEngine_AndIsNotBehindWhatWasSaved()
    {
        await using var redis = await RedisProcess.StartAsync();
        (string, string)[] clock = [("Router:Clock:Start", "1999-08-02T10:00:00Z"), ("Router:Clock:Speed", "60")];
        long earlier;
        await using (var first = await RouterServer.StartAsync(clock, redis: redis))
        {
            first.Time.Skip(TimeSpan.FromSeconds(2));
            earlier = await first.Default.QueryAsync(e => e.Now);
            await first.Default.ExecuteAsync(new Router.Engine.Commands.PutAgent(new() { Id = "ann" }));
        }

        Assert.True(earlier >= DateTimeOffset.Parse("1999-08-02T10:02:00Z").ToUnixTimeMilliseconds());
        await using var second = await RouterServer.StartAsync(clock, redis: redis);
        second.Logs.Expect(233);
        Assert.True(await second.Default.QueryAsync(e => e.Now) >= earlier);
    }

    private sealed class WatcherSource : IBatchObserverSource
    {
        public Watcher Watcher { get; } = new();

        public IBatchObserver Observe(Workspace workspace) => Watcher;
    }
}
