using Grpc.Core;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class HeaderAndTrailerTests : EchoTest
{
    [Fact]
    public async Task Headers_TextAndBinary_ReachTheServerUnchanged()
    {
        var every = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var headers = new Metadata { { "Plain", "value" }, { "all-bytes-bin", every } };

        var seen = await Client.DescribeAsync(new EchoRequest(), headers);

        Assert.Equal("value", seen.Headers["plain"]);
        Assert.Equal(Convert.ToHexString(every), seen.Headers["all-bytes-bin"]);
    }

    [Fact]
    public async Task Describe_Call_TellsMethodHostAndPeer()
    {
        var seen = await Client.DescribeAsync(new EchoRequest());

        Assert.Equal("/router.standins.v1.Echo/Describe", seen.Method);
        Assert.Equal(Server.Address.Authority, seen.Host);
        Assert.StartsWith("ipv4:127.0.0.1:", seen.Peer, StringComparison.Ordinal);
        Assert.False(seen.PeerAuthenticated);
    }

    [Fact]
    public async Task ResponseHeadersAndTrailers_OfASuccess_ReachTheClient()
    {
        using var call = Client.DescribeAsync(new EchoRequest());

        var headers = await call.ResponseHeadersAsync;
        await call;

        Assert.Equal("yes", headers.GetValue("early"));
        Assert.Equal<byte>([1, 2, 3], headers.GetValueBytes("early-bin")!);
        Assert.Equal("yes", call.GetTrailers().GetValue("late"));
    }

    [Fact]
    public async Task Failure_WithTrailers_CarriesCodeTextAndBoth()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.FailAsync(new FailRequest { Code = (int)StatusCode.FailedPrecondition, Detail = "Not now: ž, ה" }));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Equal("Not now: ž, ה", failure.Status.Detail);
        Assert.Equal("asked", failure.Trailers.GetValue("reason"));
        Assert.Equal<byte>([0, 255, 10, 13], failure.Trailers.GetValueBytes("details-bin")!);
        Assert.Equal("1", failure.Trailers.GetValue("from-context"));
    }

    [Theory]
    [InlineData(1, StatusCode.Cancelled)]
    [InlineData(2, StatusCode.Unknown)]
    [InlineData(3, StatusCode.InvalidArgument)]
    [InlineData(4, StatusCode.DeadlineExceeded)]
    [InlineData(5, StatusCode.NotFound)]
    [InlineData(6, StatusCode.AlreadyExists)]
    [InlineData(7, StatusCode.PermissionDenied)]
    [InlineData(8, StatusCode.ResourceExhausted)]
    [InlineData(9, StatusCode.FailedPrecondition)]
    [InlineData(10, StatusCode.Aborted)]
    [InlineData(11, StatusCode.OutOfRange)]
    [InlineData(12, StatusCode.Unimplemented)]
    [InlineData(13, StatusCode.Internal)]
    [InlineData(14, StatusCode.Unavailable)]
    [InlineData(15, StatusCode.DataLoss)]
    [InlineData(16, StatusCode.Unauthenticated)]
    public async Task Failure_EachCode_HasItsNumberOnTheWire(int number, StatusCode code)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await Client.FailAsync(new FailRequest { Code = number }));

        Assert.Equal(code, failure.StatusCode);
    }

    [Fact]
    public async Task UnknownMethod_IsUnimplemented()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "router.standins.v1.Echo", "Nowhere", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await Server.CreateChannel().CreateCallInvoker().AsyncUnaryCall(method, null, default, "request"));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Fact]
    public async Task NoServer_IsUnavailable_UnlessTheCallWaits()
    {
        await Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await Client.UnaryAsync(new EchoRequest()));
        var waited = await Assert.ThrowsAsync<RpcException>(async () => await Client.UnaryAsync(
            new EchoRequest(),
            new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300)).WithWaitForReady()));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.NotNull(failure.Status.DebugException);
        Assert.Equal(StatusCode.DeadlineExceeded, waited.StatusCode);
    }
}
