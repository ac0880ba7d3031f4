using Grpc.Core;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class FourKindsTests : IAsyncLifetime
{
    private EchoServer _server = null!;
    private Echo.EchoClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await EchoServer.StartAsync();
        _client = _server.CreateClient();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task UnaryAsync_Request_IsAnswered()
    {
        using var call = _client.UnaryAsync(new EchoRequest { Text = "שלום" });

        Assert.Equal("שלום", (await call).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void Unary_Blocking_IsAnswered() => Assert.Equal("hello", _client.Unary(new EchoRequest { Text = "hello" }).Text);

    [Fact]
    public async Task ServerStream_Request_StreamsAllResponsesInOrder()
    {
        using var call = _client.ServerStream(new EchoRequest { Text = "n", Count = 300 });
        var texts = new List<string>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            texts.Add(response.Text);
        }

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"n {i}"), texts);
    }

    [Fact]
    public async Task ClientStream_Requests_AreAnsweredOnce()
    {
        using var call = _client.ClientStream();
        foreach (var text in new[] { "a", "b", "c" })
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal("a b c", (await call).Text);
    }

    [Fact]
    public async Task Duplex_EachRequest_IsAnsweredBeforeTheNext()
    {
        using var call = _client.Duplex();
        for (var i = 0; i < 100; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"{i}" });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal($"{i}", call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }
}
