using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Store.Tests.Support;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Store.Tests.Embedded;

public sealed class PrivateRedisTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-data-").FullName;

    private string Socket => Path.Combine(_folder, "redis.sock");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        // Takes on and ends what a failed test left behind.
        await using (var store = Store())
        {
            await store.StartAsync(CancellationToken.None);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task StartAsync_WithoutAConfiguredRedis_StartsOneThatKeepsWhatItIsGivenAndEndsWithTheStore()
    {
        int process;
        await using (var store = Store())
        {
            await store.StartAsync(CancellationToken.None);
            process = await ProcessIdAsync();
            var workspace = await WorkspaceUnderTest.OwnAsync(store, "w", TimeProvider.System);
            await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
            await workspace.Store.ReleaseAsync(workspace.Claim, CancellationToken.None);
        }

        await GoneAsync(process);
        await using var next = Store();
        await next.StartAsync(CancellationToken.None);
        var again = await WorkspaceUnderTest.OwnAsync(next, "w", TimeProvider.System);
        Assert.Equal("t1", Assert.Single((await again.LoadAsync()).Record.Tickets).Id);
    }

    [Fact]
    public async Task StartAsync_AfterTheServerWasKilled_TakesItsRedisOnAndEndsItInTheEnd()
    {
        var server = StartServer();
        Assert.Equal(Program.Ready, await Eventually.DoneAsync(server.StandardOutput.ReadLineAsync(), "the server's start"));
        var redis = await ProcessIdAsync();
        server.Kill();
        await Eventually.DoneAsync(server.WaitForExitAsync(), "the server's end");
        Assert.Equal(redis, await ProcessIdAsync());

        await using (var store = Store())
        {
            await store.StartAsync(CancellationToken.None);
            Assert.Equal(redis, await ProcessIdAsync());
            Assert.True(store.IsConnected);
        }

        await GoneAsync(redis);
    }

    [Fact]
    public async Task StartAsync_InTheFolderOfARunningServer_IsRefusedAndLeavesItAlone()
    {
        await using var first = Store();
        await first.StartAsync(CancellationToken.None);
        var redis = await ProcessIdAsync();
        await using var second = Store();

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => second.StartAsync(CancellationToken.None));

        Assert.Contains($"The folder {_folder} is in use by another router server", refused.Message);
        Assert.Contains("Redis:DataFolder", refused.Message);
        Assert.Equal(redis, await ProcessIdAsync());
        Assert.True(first.IsConnected);
    }

    [Fact]
    public async Task PrivateRedis_ThatDies_IsStartedAgainWithItsData()
    {
        await using var store = Store();
        await store.StartAsync(CancellationToken.None);
        var workspace = await WorkspaceUnderTest.OwnAsync(store, "w", TimeProvider.System);
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        using var batch = workspace.Next(Batches.With(Batches.Ticket("t2")));
        using (var redis = Process.GetProcessById(await ProcessIdAsync()))
        {
            redis.Kill();
        }

        var answer = CommitAnswer.Unspecified;
        await Eventually.TrueAsync(
            async () =>
            {
                answer = await workspace.CommitAsync(batch);
                return true;
            },
            "a commit to the Redis started again");

        Assert.Equal(CommitAnswer.Applied, answer);
        Assert.Equal(["t1", "t2"], (await workspace.LoadAsync()).Record.Tickets.Select(t => t.Id).Order());
    }

    [Fact]
    public async Task StartAsync_WithoutTheProgram_SaysWhatToInstall()
    {
        await using var store = Store(new RedisOptions { DataFolder = _folder, ServerPath = "/nowhere/redis-server" });

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.StartAsync(CancellationToken.None));

        Assert.Contains("/nowhere/redis-server was not found", refused.Message);
        Assert.Contains("install Redis 7 or newer", refused.Message);
    }

    [Fact]
    public async Task StartAsync_WithAProgramThatIsNotRedis_SaysWhatItSaid()
    {
        await using var store = Store(new RedisOptions { DataFolder = _folder, ServerPath = "/bin/ls" });

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.StartAsync(CancellationToken.None));

        Assert.Contains("/bin/ls did not start", refused.Message);
        Assert.Contains("daemonize", refused.Message);
    }

    [Fact]
    public async Task StartAsync_WhereAnotherProgramListensOnTheSocket_IsRefused()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Socket));
        listener.Listen();
        var serving = AnswerOnceAsync(listener);
        await using var store = Store();

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.StartAsync(CancellationToken.None));

        Assert.Contains("in use by a program that is not Redis", refused.Message);
        Assert.Contains("'220 mail'", refused.Message);
        await serving;
        listener.Close();
        File.Delete(Socket);
    }

    [Fact]
    public async Task StartAsync_WhereARedisOfAnotherFolderListensOnTheSocket_IsRefused()
    {
        var elsewhere = Directory.CreateTempSubdirectory("router-other-");
        await using (await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Folder = elsewhere.FullName,
            Arguments = ["--unixsocket", Socket],
        }))
        {
            await using var store = Store();

            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.StartAsync(CancellationToken.None));

            Assert.Contains($"in use by a Redis that keeps its data in {elsewhere.FullName}", refused.Message);
        }

        elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task StartAsync_WithAPathTooLongForASocket_AsksForAShorterOne()
    {
        await using var store = Store(new RedisOptions { DataFolder = Path.Combine(_folder, new string('x', 120)) });

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.StartAsync(CancellationToken.None));

        Assert.Contains("choose a shorter Redis:DataFolder", refused.Message);
    }

    [Fact]
    public async Task StartAsync_WithAFolderThatCannotBeMade_SaysSo()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        await using var store = Store(new RedisOptions { DataFolder = Path.Combine(file, "data") });

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.StartAsync(CancellationToken.None));

        Assert.Contains("choose another Redis:DataFolder", refused.Message);
    }

    private static Task GoneAsync(int process) => Eventually.TrueAsync(
        () => Task.FromResult(Process.GetProcesses().All(p => p.Id != process)), $"the end of the Redis process {process}");

    private static async Task AnswerOnceAsync(Socket listener)
    {
        using var client = await listener.AcceptAsync();
        await client.ReceiveAsync(new byte[64]);
        await client.SendAsync("220 mail\r\n"u8.ToArray());
    }

    private RouterStore Store(RedisOptions? options = null) => new(
        Options.Create(options ?? new RedisOptions { DataFolder = _folder }), TimeProvider.System, NullLoggerFactory.Instance);

    private Process StartServer() => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(Program).Assembly.Location, _folder])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private async Task<int> ProcessIdAsync()
    {
        await using var raw = await ConnectionMultiplexer.ConnectAsync($"!{Socket},allowAdmin=true");
        var info = (await raw.GetServers()[0].InfoRawAsync("server"))!;
        return int.Parse(info.Split('\n').Single(l => l.StartsWith("process_id:", StringComparison.Ordinal))["process_id:".Length..]);
    }
}
