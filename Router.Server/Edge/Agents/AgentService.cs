using Grpc.Core;
using Router.Server.Edge.Calls;

namespace Router.Server.Edge.Agents;

/// <summary>For agents: the contract is <c>agents.proto</c>.</summary>
/// <param name="origin">Whose call it is.</param>
/// <param name="work">Serves it.</param>
internal sealed class AgentService(CallOrigin origin, WorkCall work) : V1.AgentService.AgentServiceBase
{
    /// <inheritdoc/>
    public override Task Work(
        IAsyncStreamReader<V1.WorkRequest> requestStream, IServerStreamWriter<V1.WorkUpdate> responseStream, ServerCallContext context) =>
        work.RunAsync(origin.OfStream(context), requestStream, responseStream);
}
