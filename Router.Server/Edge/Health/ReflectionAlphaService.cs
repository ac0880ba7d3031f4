using Grpc.Core;
using Grpc.Reflection.V1;

namespace Router.Server.Edge.Health;

/// <summary>Reflection under the name that older tools ask for.</summary>
/// <param name="reflection">Answers.</param>
internal sealed class ReflectionAlphaService(ReflectionService reflection) : Grpc.Reflection.V1Alpha.ServerReflection.ServerReflectionBase
{
    /// <inheritdoc/>
    public override Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context) =>
        reflection.ServerReflectionInfo(requestStream, responseStream, context);
}
