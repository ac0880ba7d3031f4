using Grpc.Core;
using Router.Server.Edge.Calls;

namespace Router.Server.Edge.Tickets;

/// <summary>For adapters: the contract is <c>tickets.proto</c>.</summary>
/// <param name="origin">Whose call it is.</param>
/// <param name="submits">Takes one submit.</param>
/// <param name="streams">Takes many.</param>
/// <param name="changes">Ends, cancels, writes.</param>
/// <param name="later">Puts off.</param>
/// <param name="reads">Reads tickets and conversations.</param>
/// <param name="watches">Watches a ticket.</param>
/// <param name="sources">Watches all of a source.</param>
internal sealed class TicketService(
    CallOrigin origin, SubmitCall submits, SubmitStreamCall streams, TicketChanges changes, LaterCalls later, ReadCalls reads, WatchCall watches,
    SourceWatchCall sources)
    : V1.TicketService.TicketServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.SubmitResponse> Submit(V1.SubmitRequest request, ServerCallContext context)
    {
        var (accepted, refused) = await submits.SubmitAsync(origin.Of(context), request);
        return accepted ?? throw refused!.ToException();
    }

    /// <inheritdoc/>
    public override Task SubmitStream(
        IAsyncStreamReader<V1.SubmitStreamRequest> requestStream, IServerStreamWriter<V1.SubmitStreamResponse> responseStream, ServerCallContext context) =>
        streams.RunAsync(origin.OfStream(context), requestStream, responseStream);

    /// <inheritdoc/>
    public override Task<V1.Ticket> Get(V1.GetTicketRequest request, ServerCallContext context) =>
        reads.GetAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.EndTicketResponse> End(V1.EndTicketRequest request, ServerCallContext context) =>
        changes.EndAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.CancelTicketResponse> Cancel(V1.CancelTicketRequest request, ServerCallContext context) =>
        changes.CancelAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.AppendResponse> Append(V1.AppendRequest request, ServerCallContext context) =>
        changes.AppendAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.ReopenTicketResponse> Reopen(V1.ReopenTicketRequest request, ServerCallContext context) =>
        changes.ReopenAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task Watch(V1.WatchTicketRequest request, IServerStreamWriter<V1.TicketUpdate> responseStream, ServerCallContext context) =>
        request.TargetCase == V1.WatchTicketRequest.TargetOneofCase.Source
            ? sources.RunAsync(origin.OfStream(context), request, responseStream)
            : watches.RunAsync(origin.OfStream(context), request, responseStream);

    /// <inheritdoc/>
    public override Task<V1.ConfirmMessagesResponse> Confirm(V1.ConfirmMessagesRequest request, ServerCallContext context) =>
        reads.ConfirmAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.GetConversationResponse> GetConversation(V1.GetConversationRequest request, ServerCallContext context) =>
        reads.GetConversationAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.RescheduleTicketResponse> Reschedule(V1.RescheduleTicketRequest request, ServerCallContext context) =>
        later.RescheduleAsync(origin.Of(context), request);

    /// <inheritdoc/>
    public override Task<V1.RequestCallBackResponse> RequestCallBack(V1.RequestCallBackRequest request, ServerCallContext context) =>
        later.RequestCallBackAsync(origin.Of(context), request);
}
