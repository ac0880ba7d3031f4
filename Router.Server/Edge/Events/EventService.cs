using Grpc.Core;
using Router.Server.Edge.Calls;

namespace Router.Server.Edge.Events;

/// <summary>For integrations: the contract is <c>events.proto</c>.</summary>
/// <param name="origin">Whose call it is.</param>
/// <param name="watch">Serves it.</param>
internal sealed class EventService(CallOrigin origin, WatchEventsCall watch) : V1.EventService.EventServiceBase
{
    /// <inheritdoc/>
    public override Task Watch(V1.WatchEventsRequest request, IServerStreamWriter<V1.Event> responseStream, ServerCallContext context) =>
        watch.RunAsync(origin.OfStream(context), request, responseStream);
}
