using System.Net;
using Router.Server.Tests.Edge;
using Router.Server.Tests.Infrastructure;
using Router.Server.Tests.Live;
using Router.Testing;

namespace Router.Server.Tests.Hosting;

/// <summary>A server without a signing key: for one's own machine alone.</summary>
public sealed class OpenServerTests
{
    private const int EverybodyMayAll = 303;

    [Fact]
    public async Task Without_a_key_everybody_is_admin_on_this_machine_alone_and_a_warning_says_so()
    {
        await using var server = await RouterServer.StartAsync([("Router:Auth:SigningKey", "")]);
        server.Logs.Expect(EverybodyMayAll);

        using var nobody = new TestCaller(server.GrpcAddress, token: null);
        using var garbage = new TestCaller(server.GrpcAddress, "garbage", "default");
        await nobody.Supervisors.PutQueueAsync(new() { Queue = new() { Name = "own", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } } });
        Assert.Single((await garbage.Supervisors.ListQueuesAsync(new())).Queues);
        await using var hub = await HubSocket.WatchAsync(server.HttpAddress, role: null);
        Assert.NotNull(await hub.FrameAsync());

        Assert.All(new[] { server.GrpcAddress, server.HttpAddress }, a => Assert.Equal(IPAddress.Loopback.ToString(), a.Host));
        var warning = Assert.Single(server.Logs.Entries, e => e.EventId == EverybodyMayAll);
        Assert.Contains("Router:Auth", warning.Text, StringComparison.Ordinal);
        Assert.Contains("everybody on this machine may do everything", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_does_not_start_for_others()
    {
        await using var server = ServerProcess.Start("Router:Listen:Address=0.0.0.0", "Router:Listen:GrpcPort=0", "Router:Listen:HttpPort=0");

        var (exitCode, complaint) = await server.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("Router:Listen:Address is 0.0.0.0 without a signing key", complaint, StringComparison.Ordinal);
        Assert.Contains("set Router:Auth:SigningKeyFile", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_server_writes_nothing_to_the_home_folder()
    {
        var home = Directory.CreateTempSubdirectory("router-home-");
        await using var redis = await RedisProcess.StartAsync();
        await using (var server = ServerProcess.StartIn(
            home.FullName, $"Redis:Configuration={redis.Endpoint}", "Redis:AllowNoAppendOnly=true", "Router:Listen:GrpcPort=0", "Router:Listen:HttpPort=0"))
        {
            await server.SaysAsync("Application started");
            server.Terminate();
            Assert.Equal((0, ""), await server.EndAsync());
        }

        Assert.Empty(home.EnumerateFileSystemInfos());
        home.Delete();
    }
}
