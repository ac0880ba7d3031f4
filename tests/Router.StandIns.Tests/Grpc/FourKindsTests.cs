using Grpc.Core;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class FourKindsTests : EchoTest
{
    [Fact]
    public async Task UnaryAsync_Request_IsAnswered()
    {
        using var call = Client.UnaryAsync(new EchoRequest { Text = "שלום" });

        Assert.Equal("שלום", (await call).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void Unary_Blocking_IsAnswered() => Assert.Equal("hello", Client.Unary(new EchoRequest { Text = "hello" }).Text);

    [Fact]
    public async Task ServerStream_Request_StreamsAllResponsesInOrder()
    {
        using var call = Client.ServerStream(new EchoRequest { Text = "n", Count = 300 });
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
        using var call = Client.ClientStream();
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
        using var call = Client.Duplex();
        for (var i = 0; i < 100; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"{i}" });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal($"{i}", call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Duplex_HundredAndTwentyStreamsAtOnce_AreAllOpenTogether()
    {
        const int Streams = 120;
        var calls = Enumerable.Range(0, Streams).Select(_ => Client.Duplex()).ToList();
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(calls.Select(async (call, i) =>
            {
                await call.RequestStream.WriteAsync(new EchoRequest { Text = $"{round}.{i}" });
                Assert.True(await call.ResponseStream.MoveNext());
                Assert.Equal($"{round}.{i}", call.ResponseStream.Current.Text);
            }));
        }

        await Task.WhenAll(calls.Select(call => call.RequestStream.CompleteAsync()));
        var ended = await Task.WhenAll(calls.Select(call => call.ResponseStream.MoveNext()));

        Assert.All(ended, more => Assert.False(more));
        calls.ForEach(call => call.Dispose());
    }
}
