using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Server.Tests.Hosting;

/// <summary>How the process begins and ends.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task WrongSettings_AreAllNamedInOneMessage()
    {
        await using var server = ServerProcess.Start(
            "Router:Clock:Speed=fast",
            "Router:Clock:Sped=2",
            "Router:Clock:Start=1999-08-02T10:00:00Z",
            "Router:Listen:Address=0.0.0.0",
            "Router:Listen:GrpcPort=99999",
            "Redis:ConnectSeconds=soon");

        var (exitCode, complaint) = await server.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("Router:Clock:Speed is 'fast': it may be a number.", complaint);
        Assert.Contains("Router:Clock:Sped is not a setting: Router:Clock has Start, Since, Speed.", complaint);
        Assert.Contains("Router:Listen:GrpcPort is 99999: it may be 1 to 65535, or 0 for a free port.", complaint);
        Assert.Contains("Router:Listen:Address is 0.0.0.0 while Router:Clock is not real time", complaint);
        Assert.Contains("Redis:ConnectSeconds is 'soon': it may be a whole number.", complaint);
        Assert.DoesNotContain(" at Router.", complaint);
    }

    [Fact]
    public async Task PortInUse_IsNamed_WithWhatToDo()
    {
        await using var redis = await RedisProcess.StartAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var server = ServerProcess.Start(
            $"Redis:Configuration={redis.Endpoint}", "Redis:AllowNoAppendOnly=true", "Router:Listen:GrpcPort=0", $"Router:Listen:HttpPort={port}");
        var (exitCode, complaint) = await server.EndAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains($"127.0.0.1:{port}: address already in use", complaint);
        Assert.Contains("Router:Listen:HttpPort", complaint);
        Assert.DoesNotContain(" at ", complaint);
    }

    [Fact]
    public async Task SomethingElseThanRedis_IsRefused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = AnswerAsync(other);

        await using var server = ServerProcess.Start($"Redis:Configuration={other.LocalEndpoint}");
        var (exitCode, complaint) = await server.EndAsync();

        Assert.Equal(4, exitCode);
        Assert.Contains("is not Redis", complaint);
        other.Stop();
        await answering;
    }

    [Fact]
    public async Task Sigterm_GivesTheWorkspaceFree_AndEndsWithZero()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var server = ServerProcess.Start(
            $"Redis:Configuration={redis.Endpoint}", "Redis:AllowNoAppendOnly=true", "Router:Listen:GrpcPort=0", "Router:Listen:HttpPort=0");
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Endpoint);
        var owner = connection.GetDatabase();
        await Eventually.TrueAsync(
            async () => !(await owner.HashGetAsync("router:{default}:owner", "token")).IsNullOrEmpty,
            "the workspace is owned",
            TimeSpan.FromSeconds(60));

        server.Terminate();
        var (exitCode, complaint) = await server.EndAsync();

        Assert.Equal((0, ""), (exitCode, complaint));
        Assert.Equal("", await owner.HashGetAsync("router:{default}:owner", "token"));
    }

    [Fact]
    public async Task Sigterm_OfARunningServer_EndsItsPrivateRedisToo()
    {
        var data = Directory.CreateTempSubdirectory("router-data-");
        await using var server = ServerProcess.Start($"Redis:DataFolder={data.FullName}", "Router:Listen:GrpcPort=0", "Router:Listen:HttpPort=0");
        await server.SaysAsync("Application started");

        server.Terminate();
        var (exitCode, complaint) = await server.EndAsync();

        Assert.Equal((0, ""), (exitCode, complaint));
        Assert.DoesNotContain(Process.GetProcessesByName("redis-server"), p => HasIn(p, data.FullName));
        data.Delete(recursive: true);
    }

    private static bool HasIn(Process process, string folder)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{process.Id}/cwd", returnFinalTarget: true)?.FullName.StartsWith(folder, StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray());
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }
}
