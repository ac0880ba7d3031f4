using Router.Engine.Events;
using Router.Engine.Records;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Tickets;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Supervision;

/// <summary>What happened to a ticket.</summary>
internal static class HistoryCall
{
    /// <summary>The history of an open or closed ticket.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.HistoryResponse> GetAsync(Call call, V1.HistoryRequest request)
    {
        var check = default(ShapeCheck);
        check.Id(request.TicketId, "ticket_id", FieldLimits.TicketId);
        check.Require();
        var found = await TicketFinder.FindAsync(call, request.TicketId) ?? throw TicketFinder.Unknown(request.TicketId).ToException();
        var names = await NamesAsync(call, found.Record);
        var answer = new V1.HistoryResponse { Ticket = TicketWire.Of(found.Record, found.Place) };
        var entries = new V1.HistoryEntry[found.Record.History.Count];
        var queue = found.Record.Content.Queue;
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            var entry = found.Record.History[i];
            var shown = HistoryWire.Of(entry);
            if (entry.Kind == FactKind.TicketEntered)
            {
                shown.Queue = queue;
            }
            else if (entry.Kind is FactKind.TicketTransferred or FactKind.TicketMoved or FactKind.TicketOverflowed)
            {
                queue = TransferText.Read(entry.Detail).From;
            }

            shown.Sentence = HistoryText.Of(shown, id => names.GetValueOrDefault(id, id));
            entries[i] = shown;
        }

        answer.Entries.Add(entries);
        return answer;
    }

    private static ValueTask<Dictionary<string, string>> NamesAsync(Call call, TicketRecord ticket)
    {
        var ids = ticket.History.Select(e => e.AgentId).Where(id => id.Length > 0).ToHashSet();
        return call.QueryAsync(engine => ids.ToDictionary(id => id, engine.NameOf));
    }
}
