using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Wire;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Tickets;

/// <summary>Reads a ticket and its conversation.</summary>
/// <param name="access">Whose ticket it is.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class ReadCalls(TicketAccess access, SpokenWaits spoken)
{
    private const int MostMessages = 100;

    /// <summary>Keeps an answer under the size that clients take by default in any case: 256 KiB.</summary>
    private const int MostBytes = FieldLimits.RequestBytes - 16_384;

    /// <summary>One ticket as it is now.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.Ticket> GetAsync(Call call, V1.GetTicketRequest request)
    {
        var ticketId = request.TicketId;
        if (ticketId.Length == 0 && request.ExternalId.Length > 0)
        {
            ticketId = await FindIdAsync(call, request);
        }

        var reader = access.Check(call, ticketId, request.CapabilityToken);
        var found = await TicketAccess.FindAsync(call, reader, ticketId);
        var ticket = reader == TicketReader.Customer
            ? TicketWire.ForCustomer(found.Record, found.Place)
            : TicketWire.Of(found.Record, found.Place);
        ticket.Waiting = spoken.Of(found.Place, found.Record.State);
        return ticket;
    }

    /// <summary>The conversation from a number on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.GetConversationResponse> GetConversationAsync(Call call, V1.GetConversationRequest request)
    {
        var reader = access.Check(call, request.TicketId, request.CapabilityToken);
        var check = default(ShapeCheck);
        check.Range(request.After, "after", 0, int.MaxValue);
        check.Range(request.Limit, "limit", 0, MostMessages);
        check.Require();

        var found = await TicketAccess.FindAsync(call, reader, request.TicketId);
        var answer = new V1.GetConversationResponse { LastNumber = found.Record.Messages };
        if (request.After >= found.Record.Messages)
        {
            return answer;
        }

        var limit = request.Limit == 0 ? MostMessages : request.Limit;
        var bytes = 0;
        foreach (var message in await call.Workspace.Store.Conversations.ReadAsync(request.TicketId, request.After, limit, call.Gone))
        {
            var shown = reader == TicketReader.Customer ? MessageWire.ForCustomer(message) : MessageWire.Of(message);
            bytes += shown.CalculateSize();
            if (bytes > MostBytes && answer.Messages.Count > 0)
            {
                break;
            }

            answer.Messages.Add(shown);
        }

        return answer;
    }

    /// <summary>The customer has the messages up to a number.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.ConfirmMessagesResponse> ConfirmAsync(Call call, V1.ConfirmMessagesRequest request)
    {
        var reader = access.Check(call, request.TicketId, request.CapabilityToken);
        var found = await TicketAccess.FindAsync(call, reader, request.TicketId);
        var check = default(ShapeCheck);
        check.Range(request.Number, "number", 0, found.Record.Messages);
        check.Require();
        var confirmed = await call.Workspace.Store.Conversations.ConfirmAsync(
            request.TicketId, MessageReader.Adapter, request.Number, call.Gone);
        return new V1.ConfirmMessagesResponse { Number = confirmed.Number };
    }

    private static async ValueTask<string> FindIdAsync(Call call, V1.GetTicketRequest request)
    {
        TicketAccess.RequireRole(call, capabilityToken: "");
        var check = default(ShapeCheck);
        check.Id(request.Source, "source", FieldLimits.Source);
        check.IdBytes(request.ExternalId, "external_id", FieldLimits.ExternalIdBytes);
        check.Require();

        return await call.Workspace.FindTicketIdAsync(request.Source, request.ExternalId, call.Patience, call.Gone)
            ?? throw Refused.For(
                Reason.UnknownTicket,
                $"There is no ticket {Shown.Text(request.ExternalId)} of source {Shown.Text(request.Source)} that you may see.",
                ("field", "external_id")).ToException();
    }
}
