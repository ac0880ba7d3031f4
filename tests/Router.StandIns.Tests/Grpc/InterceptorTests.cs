using Grpc.Core;
using Grpc.Core.Interceptors;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class InterceptorTests
{
    [Fact]
    public async Task ClientInterceptors_SeveralOfThem_SeeEachKindOfCallInOrder()
    {
        await using var server = await EchoServer.StartAsync();
        var client = new Echo.EchoClient(server.CreateChannel().Intercept(new AddsHeader("order", "1"), new AddsHeader("order", "2")));

        var seen = await client.DescribeAsync(new EchoRequest());
        var blocking = client.Describe(new EchoRequest());

        Assert.Equal("1,2", seen.Headers["order"]);
        Assert.Equal("1,2", blocking.Headers["order"]);
    }

    [Fact]
    public async Task ClientInterceptor_Streams_AreSeenToo()
    {
        await using var server = await EchoServer.StartAsync();
        var counts = new CountsStreams();
        var client = new Echo.EchoClient(server.CreateChannel().Intercept(counts));

        using (var call = client.ServerStream(new EchoRequest { Text = "a", Count = 1 }))
        {
            Assert.True(await call.ResponseStream.MoveNext());
        }

        using (var call = client.ClientStream())
        {
            await call.RequestStream.CompleteAsync();
            await call;
        }

        using (var call = client.Duplex())
        {
            await call.RequestStream.CompleteAsync();
            Assert.False(await call.ResponseStream.MoveNext());
        }

        Assert.Equal(["ServerStream", "ClientStream", "Duplex"], counts.Seen);
    }

    [Fact]
    public async Task ServerInterceptor_EachKindOfCall_IsSeen()
    {
        SeesServerCalls.Seen.Clear();
        await using var server = await EchoServer.StartAsync(configure: options => options.Interceptors.Add<SeesServerCalls>());
        var client = server.CreateClient();

        await client.UnaryAsync(new EchoRequest());
        using var serverStream = client.ServerStream(new EchoRequest());
        Assert.False(await serverStream.ResponseStream.MoveNext());
        using var clientStream = client.ClientStream();
        await clientStream.RequestStream.CompleteAsync();
        await clientStream;
        using var duplex = client.Duplex();
        await duplex.RequestStream.CompleteAsync();
        Assert.False(await duplex.ResponseStream.MoveNext());

        Assert.Equal(
            ["/router.standins.v1.Echo/Unary", "/router.standins.v1.Echo/ServerStream",
             "/router.standins.v1.Echo/ClientStream", "/router.standins.v1.Echo/Duplex"],
            SeesServerCalls.Seen);
    }

    [Fact]
    public async Task ServerInterceptor_TranslatesWhatAHandlerThrows()
    {
        await using var server = await EchoServer.StartAsync(configure: options => options.Interceptors.Add<HidesFailures>());

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await server.CreateClient().FailAsync(new FailRequest { Code = (int)StatusCode.Internal }));

        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
    }

    [Fact]
    public async Task WithHost_NamesTheHostOfEachCall()
    {
        await using var server = await EchoServer.StartAsync();
        var hosts = new SeesHosts();
        var client = new Echo.EchoClient(server.CreateChannel().Intercept(hosts));

        await client.UnaryAsync(new EchoRequest());
        await client.WithHost("elsewhere.example").UnaryAsync(new EchoRequest());

        Assert.Equal([null, "elsewhere.example"], hosts.Seen);
    }

    private sealed class SeesHosts : Interceptor
    {
        public List<string?> Seen { get; } = [];

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            Seen.Add(context.Host);
            return continuation(request, context);
        }
    }

    private sealed class AddsHeader(string key, string value) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, With(context));

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, With(context));

        private ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            var before = context.Options.Headers?.GetValue(key);
            var headers = new Metadata { { key, before is null ? value : $"{before},{value}" } };
            return new(context.Method, context.Host, context.Options.WithHeaders(headers));
        }
    }

    private sealed class CountsStreams : Interceptor
    {
        public List<string> Seen { get; } = [];

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            Seen.Add(context.Method.Name);
            return base.AsyncServerStreamingCall(request, context, continuation);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            Seen.Add(context.Method.Name);
            return base.AsyncClientStreamingCall(context, continuation);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            Seen.Add(context.Method.Name);
            return base.AsyncDuplexStreamingCall(context, continuation);
        }
    }

    private sealed class HidesFailures : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                return await continuation(request, context);
            }
            catch (RpcException)
            {
                throw new RpcException(new Status(StatusCode.Aborted, ""));
            }
        }
    }
}
