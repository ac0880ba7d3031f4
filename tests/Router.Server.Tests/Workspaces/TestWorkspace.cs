using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Clock;
using Router.Server.Store;
using Router.Server.Tests.Infrastructure;
using Router.Server.Workspaces;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Server.Tests.Workspaces;

/// <summary>One workspace on a Redis of its own, without the rest of the server. It has a queue <c>service</c> for calls and chats.</summary>
internal sealed class TestWorkspace : IAsyncDisposable
{
    public const string Queue = "service";

    private readonly RouterStore _store;
    private readonly bool _ownsRedis;
    private readonly ILoggerFactory _loggers;
    private int _submits;

    private TestWorkspace(RedisProcess redis, bool ownsRedis, TestTime time)
    {
        Redis = redis;
        _ownsRedis = ownsRedis;
        Time = time;
        _loggers = LoggerFactory.Create(b => b.AddProvider(Logs));
        _store = new RouterStore(
            Options.Create(new RedisOptions { Configuration = redis.Endpoint, AllowNoAppendOnly = true }), time, _loggers);
    }

    public RedisProcess Redis { get; }

    public TestTime Time { get; }

    public LogCheck Logs { get; } = new();

    public CommitTap Commits { get; private set; } = null!;

    public Workspace Workspace { get; private set; } = null!;

    public Watcher Watcher { get; } = new();

    /// <summary>Starts one and waits until it is served.</summary>
    /// <param name="redis">A Redis that the caller ends; null for a new one.</param>
    /// <param name="withQueue">Make the queue, as on first use.</param>
    public static async Task<TestWorkspace> StartAsync(RedisProcess? redis = null, bool withQueue = true)
    {
        var test = new TestWorkspace(redis ?? await RedisProcess.StartAsync(), redis is null, new TestTime());
        await test._store.StartAsync(CancellationToken.None);
        var store = test._store.Workspace(WorkspaceId.Default);
        test.Commits = new CommitTap(store);
        var clock = new ServerClock(test.Time, Options.Create(new ClockOptions()));
        test.Workspace = new Workspace(store, "Test", clock, test._loggers, test.Commits.CommitAsync);
        test.Workspace.Observe(test.Watcher);
        test.Workspace.Start();
        await test.ServedAsync();
        if (withQueue)
        {
            await test.DoAsync(new ChangePolicy(
                p => p with { Queues = [new QueuePolicy { Name = Queue, Channels = [new("call"), new("chat")] }] }));
        }

        return test;
    }

    public Task ServedAsync() => Eventually.TrueAsync(() => Task.FromResult(Workspace.IsServing), "the workspace is served");

    /// <summary>Does a command that must not be refused.</summary>
    public async Task<Outcome> DoAsync(Command command, RequestKey? request = null)
    {
        var outcome = await Eventually.DoneAsync(Workspace.ExecuteAsync(command, request).AsTask(), $"{command.GetType().Name} is answered");
        Assert.Equal(Reason.Unspecified, outcome.Reason);
        return outcome;
    }

    public async Task<Submitted> SubmitAsync(string channel = "call", string? externalId = null)
    {
        var outcome = await Eventually.DoneAsync(Workspace.SubmitAsync(Ticket(channel, externalId)).AsTask(), "a submit is answered");
        return Assert.IsType<Submitted>(outcome.Outcome.Value);
    }

    public Submit Ticket(string channel = "call", string? externalId = null) => new(new TicketContent
    {
        Source = "test",
        ExternalId = externalId ?? $"x{Interlocked.Increment(ref _submits)}",
        Channel = channel,
        Queue = Queue,
    });

    /// <summary>Registers an agent and signs him in, available.</summary>
    public async Task SignInAsync(string agentId)
    {
        await DoAsync(new PutAgent(new AgentProfile { Id = agentId }));
        await DoAsync(new SignIn(agentId, Session(agentId), TakeOver: false, [], Presence.Available));
    }

    public static string Session(string agentId) => agentId + "-session";

    public async Task<AgentView> AgentAsync(string agentId) =>
        (await Eventually.DoneAsync(Workspace.QueryAsync(e => e.Agent(agentId)).AsTask(), "a query is answered"))!;

    /// <summary>A key in Redis, without its workspace's prefix.</summary>
    public async Task<T> InRedisAsync<T>(Func<IDatabase, string, Task<T>> action)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Redis.Endpoint);
        return await action(redis.GetDatabase(), $"router:{{{WorkspaceId.Default}}}:");
    }

    public async ValueTask DisposeAsync()
    {
        await Eventually.DoneAsync(Workspace.DisposeAsync().AsTask(), "the workspace stops");
        await _store.DisposeAsync();
        if (_ownsRedis)
        {
            await Redis.DisposeAsync();
        }

        _loggers.Dispose();
        Logs.VerifyClean();
    }
}
