using Google.Protobuf;
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Tickets;

/// <summary>What an adapter or a customer does with a ticket: end it, cancel it, write to it.</summary>
/// <param name="access">Whose ticket it is.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class TicketChanges(TicketAccess access, SpokenWaits spoken)
{
    /// <summary>The customer has left.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.EndTicketResponse> EndAsync(Call call, V1.EndTicketRequest request)
    {
        var reader = access.Check(call, request.TicketId, request.CapabilityToken);
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        if (request.By is not (V1.EndedBy.Unspecified or V1.EndedBy.Customer or V1.EndedBy.Channel))
        {
            check.Fail(Reason.InvalidRequest, "by", $"is {Shown.Text(request.By.ToString())}", "CUSTOMER or CHANNEL");
        }

        check.Require();
        var command = new End(request.TicketId, request.By == V1.EndedBy.Channel);
        var value = await DoAsync(call, reader, command, request.TicketId, request.RequestId, request);
        return new V1.EndTicketResponse { State = TicketWire.StateOf((TicketState)value) };
    }

    /// <summary>The ticket is taken out.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.CancelTicketResponse> CancelAsync(Call call, V1.CancelTicketRequest request)
    {
        var reader = access.Check(call, request.TicketId, "");
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var cause = request.Reason switch
        {
            V1.CancelReason.Withdrawn => "withdrawn",
            V1.CancelReason.Duplicate => "duplicate",
            V1.CancelReason.Spam => "spam",
            _ => "",
        };
        if (cause.Length == 0)
        {
            check.Fail(Reason.InvalidRequest, "reason", "is missing or unknown", "WITHDRAWN, DUPLICATE or SPAM");
        }

        check.Require();
        var command = new Cancel(request.TicketId, cause, call.Caller.Actor);
        var value = await DoAsync(call, reader, command, request.TicketId, request.RequestId, request);
        return new V1.CancelTicketResponse { State = TicketWire.StateOf((TicketState)value) };
    }

    /// <summary>The customer wrote.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.AppendResponse> AppendAsync(Call call, V1.AppendRequest request)
    {
        var reader = access.Check(call, request.TicketId, request.CapabilityToken);
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var text = request.ContentCase == V1.AppendRequest.ContentOneofCase.Reference
            ? MessageShape.ReadReference(ref check, request.Reference, request.Language)
            : MessageShape.Read(ref check, request.Text, request.Language);
        check.Require();
        var command = new Append(request.TicketId, null, 0, text);
        var value = await DoAsync(call, reader, command, request.TicketId, request.RequestId, request);
        return new V1.AppendResponse { Number = ((Message)value).Number };
    }

    /// <summary>A completed ticket goes back to its queue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.ReopenTicketResponse> ReopenAsync(Call call, V1.ReopenTicketRequest request)
    {
        var reader = access.Check(call, request.TicketId, "");
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        check.Bytes(request.Note, "note", FieldLimits.SubjectBytes);
        check.Require();
        await call.Edge.Reopening.WaitAsync(call.Gone);
        try
        {
            var found = await TicketAccess.FindAsync(call, reader, request.TicketId);
            var command = new Reopen(found.Record, request.Note, call.Caller.Actor);
            var reopened = (Submitted)await DoAsync(call, reader, command, request.TicketId, request.RequestId, request);
            return new V1.ReopenTicketResponse { State = TicketWire.StateOf(reopened.State), Waiting = spoken.Of(reopened.Place, reopened.State) };
        }
        finally
        {
            call.Edge.Reopening.Release();
        }
    }

    /// <summary>Does something to a ticket that is the caller's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">What he may see of it.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="requestId">The request's id, or empty.</param>
    /// <param name="request">The request.</param>
    /// <returns>What the engine answers.</returns>
    public static async Task<object> DoAsync(
        Call call, TicketReader reader, Command command, string ticketId, string requestId, IMessage request)
    {
        await TicketAccess.RequireOwnAsync(call, reader, ticketId);
        var key = call.KeyOf(requestId, request, reader == TicketReader.Customer ? ticketId : null);
        var outcome = await call.ExecuteAsync(command, key);
        return outcome.IsRefused
            ? throw (await TicketFinder.ExplainAsync(call, outcome, ticketId)).ToException()
            : outcome.Value!;
    }
}
