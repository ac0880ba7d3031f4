using Grpc.Core;
using Grpc.Net.Client;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class CredentialsTests
{
    private static CallCredentials TokenOf(string name) => CallCredentials.FromInterceptor((_, headers) =>
    {
        headers.Add("Authorization", $"Bearer {name}");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Guarded_WithoutAToken_IsUnauthenticated()
    {
        await using var server = await EchoServer.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.CreateClient().GuardedAsync(new EchoRequest()));

        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
    }

    [Fact]
    public async Task Guarded_TokenInTheHeaders_NamesTheCaller()
    {
        await using var server = await EchoServer.StartAsync();

        var response = await server.CreateClient().GuardedAsync(new EchoRequest(), new Metadata { { "authorization", "Bearer ruta" } });

        Assert.Equal("ruta", response.Text);
    }

    [Fact]
    public async Task CallCredentials_OfTheChannelOverTls_AreSentWithEachCall()
    {
        await using var server = await EchoServer.StartAsync(tls: true);
        var client = server.CreateClient(options => options.Credentials = ChannelCredentials.Create(ChannelCredentials.SecureSsl, TokenOf("dana")));

        Assert.Equal("dana", (await client.GuardedAsync(new EchoRequest())).Text);
        Assert.Equal("dana", (await client.GuardedAsync(new EchoRequest())).Text);
    }

    [Fact]
    public async Task CallCredentials_OfTheCallOverTls_AreSent()
    {
        await using var server = await EchoServer.StartAsync(tls: true);

        var response = await server.CreateClient().GuardedAsync(new EchoRequest(), new CallOptions(credentials: TokenOf("noam")));

        Assert.Equal("noam", response.Text);
    }

    [Fact]
    public async Task CallCredentials_Composed_AreAllSent()
    {
        await using var server = await EchoServer.StartAsync(tls: true);
        var second = CallCredentials.FromInterceptor((context, headers) =>
        {
            headers.Add("asked-for", $"{context.ServiceUrl} {context.MethodName}");
            return Task.CompletedTask;
        });
        var options = new CallOptions(credentials: CallCredentials.Compose(TokenOf("noam"), second));

        var seen = await server.CreateClient().DescribeAsync(new EchoRequest(), options);

        Assert.Equal("Bearer noam", seen.Headers["authorization"]);
        Assert.EndsWith("/router.standins.v1.Echo Describe", seen.Headers["asked-for"], StringComparison.Ordinal);
    }

    [Fact]
    public void Create_InsecureChannelWithCallCredentials_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, TokenOf("dana")));

        Assert.Contains("secured channel", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Insecure_Channel_ReachesAServerWithoutTls()
    {
        await using var server = await EchoServer.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure });

        Assert.Equal("plain", (await new Echo.EchoClient(channel).UnaryAsync(new EchoRequest { Text = "plain" })).Text);
    }

    [Fact]
    public async Task SecureSsl_ServerWithAnUnknownCertificate_IsNotTrusted()
    {
        await using var server = await EchoServer.StartAsync(tls: true);
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { Credentials = new SslCredentials() });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await new Echo.EchoClient(channel).UnaryAsync(new EchoRequest()));

        Assert.NotEqual(StatusCode.OK, failure.StatusCode);
    }
}
