using Grpc.Core;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>Calls any method of any service, with bytes instead of messages.</summary>
internal static class WireCall
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(b => b, b => b);

    /// <summary>Calls a method and awaits its first answer.</summary>
    /// <param name="invoker">Who calls.</param>
    /// <param name="method">The method.</param>
    /// <param name="request">The request; none is an empty message.</param>
    /// <returns>The error, or null for an answer.</returns>
    public static async Task<RpcException?> ErrorAsync(CallInvoker invoker, IMethod method, byte[]? request = null)
    {
        var bare = new Method<byte[], byte[]>(method.Type, method.ServiceName, method.Name, Bytes, Bytes);
        try
        {
            await Eventually.DoneAsync(AnswerAsync(invoker, bare, request ?? []), $"an answer of {method.FullName}");
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }

    private static async Task AnswerAsync(CallInvoker invoker, Method<byte[], byte[]> method, byte[] request)
    {
        switch (method.Type)
        {
            case MethodType.Unary:
                using (var unary = invoker.AsyncUnaryCall(method, null, default, request))
                {
                    await unary;
                }

                break;
            case MethodType.ServerStreaming:
                using (var watched = invoker.AsyncServerStreamingCall(method, null, default, request))
                {
                    await watched.ResponseStream.MoveNext(CancellationToken.None);
                }

                break;
            default:
                using (var stream = invoker.AsyncDuplexStreamingCall(method, null, default))
                {
                    await SendAsync(stream.RequestStream, request);
                    await stream.ResponseStream.MoveNext(CancellationToken.None);
                }

                break;
        }
    }

    // A call that was refused meanwhile takes no request: its answer tells.
    private static async Task SendAsync(IClientStreamWriter<byte[]> requests, byte[] request)
    {
        try
        {
            await requests.WriteAsync(request);
            await requests.CompleteAsync();
        }
        catch (Exception error) when (error is RpcException or InvalidOperationException)
        {
        }
    }
}
