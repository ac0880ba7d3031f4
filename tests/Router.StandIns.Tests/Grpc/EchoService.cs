using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class EchoService(CallLog calls) : Echo.EchoBase
{
    public override Task<EchoResponse> Unary(EchoRequest request, ServerCallContext context) =>
        Task.FromResult(new EchoResponse { Text = request.Text });

    public override async Task ServerStream(EchoRequest request, IServerStreamWriter<EchoResponse> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < request.Count; i++)
        {
            await responseStream.WriteAsync(new EchoResponse { Text = $"{request.Text} {i}" }, context.CancellationToken);
        }
    }

    public override async Task<EchoResponse> ClientStream(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            texts.Add(request.Text);
        }

        return new EchoResponse { Text = string.Join(' ', texts) };
    }

    public override async Task Duplex(
        IAsyncStreamReader<EchoRequest> requestStream,
        IServerStreamWriter<EchoResponse> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(new EchoResponse { Text = request.Text }, context.CancellationToken);
        }
    }

    public override async Task<EchoResponse> Hang(EchoRequest request, ServerCallContext context)
    {
        calls.Started.TrySetResult();
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
        await cancelled.Task;
        calls.Cancelled.TrySetResult();
        throw new RpcException(new Status(StatusCode.Cancelled, "The caller left."));
    }

    public override Task<EchoResponse> Fail(FailRequest request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("from-context", "1");
        var trailers = new Metadata { { "reason", "asked" }, { "details-bin", new byte[] { 0, 255, 10, 13 } } };
        throw new RpcException(new Status((StatusCode)request.Code, request.Detail), trailers);
    }

    public override async Task<Description> Describe(EchoRequest request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "early", "yes" }, { "early-bin", new byte[] { 1, 2, 3 } } });
        context.ResponseTrailers.Add("late", "yes");
        var description = new Description
        {
            Method = context.Method,
            Host = context.Host,
            Peer = context.Peer,
            HasDeadline = context.Deadline != DateTime.MaxValue,
            PeerAuthenticated = context.AuthContext.IsPeerAuthenticated,
        };
        foreach (var header in context.RequestHeaders)
        {
            description.Headers[header.Key] = header.IsBinary ? Convert.ToHexString(header.ValueBytes) : header.Value;
        }

        return description;
    }

    [Authorize]
    public override Task<EchoResponse> Guarded(EchoRequest request, ServerCallContext context) =>
        Task.FromResult(new EchoResponse { Text = context.GetHttpContext().User.Identity!.Name });
}
