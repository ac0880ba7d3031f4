using Grpc.Core;
using Router.StandIns.Tests.Grpc.V1;
using Router.Testing;

namespace Router.StandIns.Tests.Grpc;

public sealed class DeadlineTests : EchoTest
{
    private static DateTime In(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    [Fact]
    public async Task Deadline_ServerDoesNotAnswer_EndsBothSides()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.HangAsync(new EchoRequest(), deadline: In(TimeSpan.FromMilliseconds(500))));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await Eventually.DoneAsync(Server.Calls.Cancelled.Task, "the server's call is cancelled by the deadline");
    }

    [Fact]
    public async Task Deadline_InThePast_FailsWithoutBeingServed()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.HangAsync(new EchoRequest(), deadline: In(TimeSpan.FromSeconds(-1))));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.False(Server.Calls.Started.Task.IsCompleted);
    }

    [Fact]
    public async Task Deadline_OfTheCall_IsKnownToTheServer()
    {
        var without = await Client.DescribeAsync(new EchoRequest());
        var with = await Client.DescribeAsync(new EchoRequest(), deadline: In(TimeSpan.FromMinutes(1)));

        Assert.False(without.HasDeadline);
        Assert.True(with.HasDeadline);
    }

    [Fact]
    public async Task Cancel_WhileTheServerWorks_EndsBothSides()
    {
        using var cancel = new CancellationTokenSource();
        var call = Client.HangAsync(new EchoRequest(), cancellationToken: cancel.Token);
        await Eventually.DoneAsync(Server.Calls.Started.Task, "the server has the call");

        await cancel.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await Eventually.DoneAsync(Server.Calls.Cancelled.Task, "the server's call is cancelled");
    }

    [Fact]
    public async Task Dispose_WhileTheServerWorks_CancelsTheCall()
    {
        var call = Client.HangAsync(new EchoRequest());
        await Eventually.DoneAsync(Server.Calls.Started.Task, "the server has the call");

        call.Dispose();

        await Eventually.DoneAsync(Server.Calls.Cancelled.Task, "the server's call is cancelled");
        await Assert.ThrowsAsync<RpcException>(async () => await call);
    }

    [Fact]
    public async Task Cancel_DuringAStream_EndsTheReader()
    {
        using var cancel = new CancellationTokenSource();
        using var call = Client.Duplex(cancellationToken: cancel.Token);
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "first" });
        Assert.True(await call.ResponseStream.MoveNext());

        await cancel.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task WriteAsync_CancelledToken_EndsTheCall()
    {
        using var call = Client.Duplex();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => call.RequestStream.WriteAsync(new EchoRequest { Text = "never" }, cancel.Token));

        Assert.True(failure is RpcException { StatusCode: StatusCode.Cancelled } or OperationCanceledException, failure.ToString());
    }
}
