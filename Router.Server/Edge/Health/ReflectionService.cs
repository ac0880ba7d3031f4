using Grpc.Core;
using Grpc.Reflection.V1;
using Router.Server.Edge.Calls;
using Asked = Grpc.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace Router.Server.Edge.Health;

/// <summary>Tells tools such as grpcurl what can be called.</summary>
/// <param name="streams">The streams that are open.</param>
internal sealed class ReflectionService(OpenStreams streams) : ServerReflection.ServerReflectionBase
{
    private static readonly ReflectedFiles Files = new(
    [
        V1.TicketsReflection.Descriptor,
        V1.AgentsReflection.Descriptor,
        V1.SupervisorsReflection.Descriptor,
        V1.EventsReflection.Descriptor,
        Grpc.Health.V1.HealthReflection.Descriptor,
        ReflectionReflection.Descriptor,
        Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor,
    ]);

    /// <inheritdoc/>
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        streams.Count(context.GetHttpContext().Response);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, streams.Stopping);
        try
        {
            while (await requestStream.MoveNext(over.Token))
            {
                await responseStream.WriteAsync(Answer(requestStream.Current), context.CancellationToken);
            }
        }
        catch (OperationCanceledException) when (streams.Stopping.IsCancellationRequested)
        {
            // There is nothing more to tell.
        }
    }

    private static ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var answer = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case Asked.ListServices:
                answer.ListServicesResponse = new ListServiceResponse
                {
                    Service = { Files.Services.Select(name => new ServiceResponse { Name = name }) },
                };
                break;
            case Asked.FileByFilename when Files.ByName(request.FileByFilename) is { } file:
                answer.FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { file } };
                break;
            case Asked.FileContainingSymbol when Files.BySymbol(request.FileContainingSymbol) is { } file:
                answer.FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { file } };
                break;
            default:
                answer.ErrorResponse = new ErrorResponse { ErrorCode = (int)StatusCode.NotFound, ErrorMessage = "There is nothing of this name." };
                break;
        }

        return answer;
    }
}
