using System.Globalization;
using Router.Engine;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Supervision;

/// <summary>Lists tickets, page by page: the open ones as the engine has them, the closed ones by <see cref="ClosedListCall"/>.</summary>
internal static class TicketListCall
{
    private const string Expedited = "-first";
    private const int DefaultTickets = 50;
    private const int MostTickets = 200;

    /// <summary>Keeps an answer under the size that clients take by default in any case: 256 KiB.</summary>
    public const int MostBytes = FieldLimits.RequestBytes - 16_384;

    private static readonly TicketState[] WaitingStates = [TicketState.Queued, TicketState.Offered];

    /// <summary>A page.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.ListTicketsResponse> GetAsync(Call call, V1.ListTicketsRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.Queue, "queue", FieldLimits.Name);
        check.OptionalId(request.Channel, "channel", FieldLimits.Name);
        check.Range(request.Limit, "limit", 0, MostTickets);
        var states = States(ref check, request);
        var limit = request.Limit == 0 ? DefaultTickets : request.Limit;
        if (states.Any(TicketStates.IsClosed))
        {
            var wanted = ClosedListCall.Read(ref check, request, states);
            check.Require();
            return await ClosedListCall.GetAsync(call, wanted, limit);
        }

        ClosedListCall.RefuseFilters(ref check, request);
        var after = After(ref check, request.PageToken);
        check.Require();
        var asked = new TicketQuery(request.Queue, request.Channel, states, after, limit + 1);
        var (page, unknown) = await call.QueryAsync(engine => (engine.Tickets(asked), UnknownName(engine.Policy, asked)));
        if (unknown is not null)
        {
            throw unknown.ToException();
        }

        return Answer(page, limit);
    }

    private static V1.ListTicketsResponse Answer(TicketPage page, int limit)
    {
        var answer = new V1.ListTicketsResponse { Total = page.Total };
        var bytes = 0;
        var last = default(ListPlace);
        foreach (var ticket in page.Tickets)
        {
            var shown = TicketWire.Of(ticket.Record, ticket.Waiting);
            bytes += shown.CalculateSize();
            if (answer.Tickets.Count == limit || (bytes > MostBytes && answer.Tickets.Count > 0))
            {
                break;
            }

            answer.Tickets.Add(shown);
            last = ticket.Place;
        }

        if (answer.Tickets.Count < page.Tickets.Count)
        {
            answer.NextPageToken = string.Create(CultureInfo.InvariantCulture, $"{last.At:x}-{last.Counter:x}{(last.IsExpedited ? Expedited : "")}");
        }

        return answer;
    }

    private static TicketState[] States(ref ShapeCheck check, V1.ListTicketsRequest request)
    {
        for (var i = 0; i < request.States.Count && check.IsGood; i++)
        {
            var state = request.States[i];
            if (state is V1.TicketState.Unspecified || !Enum.IsDefined(state))
            {
                check.Fail(Reason.InvalidRequest, "", $"is {Shown.Text(state.ToString())}", "the state of a ticket");
            }
            else if (TicketStates.IsClosed((TicketState)state) != TicketStates.IsClosed((TicketState)request.States[0]))
            {
                check.Fail(Reason.InvalidRequest, "", $"is {state} beside {request.States[0]}", "open states alone, or final ones alone");
            }

            check.FoundIn("states", i);
        }

        return request.States.Count == 0 ? WaitingStates : [.. request.States.Select(s => (TicketState)s)];
    }

    private static ListPlace After(ref ShapeCheck check, string token)
    {
        if (token.Length == 0)
        {
            return default;
        }

        var isExpedited = token.EndsWith(Expedited, StringComparison.Ordinal);
        var parts = (isExpedited ? token[..^Expedited.Length] : token).Split('-');
        if (parts.Length == 2 && IsNumber(parts[0], out var at) && IsNumber(parts[1], out var counter))
        {
            return new ListPlace(at, counter, isExpedited);
        }

        check.Fail(Reason.InvalidRequest, "page_token", $"is {Shown.Text(token)}", "the next_page_token of an answer");
        return default;

        static bool IsNumber(string text, out long number) =>
            long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number) && number is >= 0 and < long.MaxValue;
    }

    private static Refused? UnknownName(WorkspacePolicy policy, TicketQuery asked)
    {
        if (asked.Queue.Length > 0 && policy.Queues.All(q => q.Name != asked.Queue))
        {
            return Refused.For(Reason.UnknownQueue, $"There is no queue {Shown.Text(asked.Queue)}: take a queue of the policy.", ("field", "queue"));
        }

        return asked.Channel.Length > 0 && policy.Channels.All(c => c.Name != asked.Channel)
            ? Refused.For(
                Reason.UnknownChannel, $"There is no channel {Shown.Text(asked.Channel)}: take a channel of the policy.", ("field", "channel"))
            : null;
    }
}
