using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Router.Server.Hosting;
using Router.Server.Tests.Edge;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Infrastructure;

/// <summary>The whole server in this process: on Kestrel, with a Redis of its own, failing the test for what it should not log.</summary>
/// <example><code>await using var server = await RouterServer.StartAsync();</code></example>
public sealed class RouterServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsRedis;

    private RouterServer(WebApplication app, RedisProcess redis, bool ownsRedis, TestTime time, LogCheck logs)
    {
        _app = app;
        _ownsRedis = ownsRedis;
        Redis = redis;
        Time = time;
        Logs = logs;
    }

    /// <summary>Its Redis.</summary>
    public RedisProcess Redis { get; }

    /// <summary>Its time.</summary>
    public TestTime Time { get; }

    /// <summary>What it has logged.</summary>
    public LogCheck Logs { get; }

    /// <summary>Its parts.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where gRPC is served.</summary>
    public Uri GrpcAddress => Address(0);

    /// <summary>Where HTTP/1.1 is served.</summary>
    public Uri HttpAddress => Address(1);

    /// <summary>The workspace <c>default</c>.</summary>
    public Workspace Default => Services.GetRequiredService<WorkspaceRegistry>().Find(WorkspaceId.Default)!;

    /// <summary>Starts one.</summary>
    /// <param name="settings">Settings beside those that make it a server of this test, such as <c>("Router:Clock:Speed", "60")</c>.</param>
    /// <param name="services">Replaces or adds parts, or null.</param>
    /// <param name="redis">A Redis that the caller ends; null for a new one.</param>
    /// <param name="isServed">Whether to wait until the workspace <c>default</c> is served.</param>
    public static async Task<RouterServer> StartAsync(
        IEnumerable<(string Key, string Value)>? settings = null,
        Action<IServiceCollection>? services = null,
        RedisProcess? redis = null,
        bool isServed = true)
    {
        var ownsRedis = redis is null;
        redis ??= await RedisProcess.StartAsync();
        var time = new TestTime();
        var logs = new LogCheck();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Router.Server" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Redis:Configuration"] = redis.Endpoint,
            ["Redis:AllowNoAppendOnly"] = "true",
            ["Router:Listen:GrpcPort"] = "0",
            ["Router:Listen:HttpPort"] = "0",
            ["Router:Auth:SigningKey"] = TestKey.Text,
        });
        builder.Configuration.AddInMemoryCollection((settings ?? []).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.AddRouter();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapRouter();
        var server = new RouterServer(app, redis, ownsRedis, time, logs);
        await app.StartAsync();
        if (isServed)
        {
            await server.ServesAsync();
        }

        return server;
    }

    /// <summary>Waits until the workspace <c>default</c> is served.</summary>
    public Task ServesAsync() => Eventually.TrueAsync(() => Task.FromResult(Default.IsServing), "the workspace is served");

    /// <summary>Asks it to stop, as SIGTERM does, and waits for the end.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>Stops it and checks its log.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsRedis)
        {
            await Redis.DisposeAsync();
        }

        Logs.VerifyClean();
    }

    private Uri Address(int index) =>
        new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(index));
}
