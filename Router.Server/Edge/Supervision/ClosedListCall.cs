using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Router.Engine;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Supervision;

/// <summary>Lists closed tickets, the last closed first, page by page.</summary>
internal static class ClosedListCall
{
    /// <summary>How many tickets are read at a time: few of the largest fill an answer.</summary>
    private const int TicketsPerRead = 25;

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>What closed tickets alone can be chosen by has no place in a list of open ones.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="request">What came in.</param>
    public static void RefuseFilters(ref ShapeCheck check, V1.ListTicketsRequest request)
    {
        (string Field, bool IsGiven)[] filters =
        [
            ("agent_id", request.AgentId.Length > 0),
            ("customer_id", request.CustomerId.Length > 0),
            ("closed_from", request.ClosedFrom is not null),
            ("closed_until", request.ClosedUntil is not null),
        ];
        foreach (var (field, _) in filters.Where(f => f.IsGiven))
        {
            check.Fail(Reason.InvalidRequest, field, "is given for open tickets", "final states in 'states', or to leave it out");
        }
    }

    /// <summary>Reads which are asked for.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="request">What came in; queue and channel are checked.</param>
    /// <param name="states">The final states asked for.</param>
    public static ClosingQuery Read(ref ShapeCheck check, V1.ListTicketsRequest request, TicketState[] states)
    {
        check.OptionalId(request.AgentId, "agent_id", FieldLimits.AgentId);
        check.Line(request.CustomerId, "customer_id", FieldLimits.LabelBytes);
        return new ClosingQuery(states.ToHashSet())
        {
            Queue = request.Queue,
            Channel = request.Channel,
            AgentId = request.AgentId,
            CustomerId = request.CustomerId,
            From = Time(ref check, "closed_from", request.ClosedFrom),
            Until = Time(ref check, "closed_until", request.ClosedUntil),
            After = After(ref check, request.PageToken),
        };
    }

    /// <summary>A page.</summary>
    /// <param name="call">The call.</param>
    /// <param name="wanted">Which are asked for.</param>
    /// <param name="limit">Most tickets of the page.</param>
    public static async Task<V1.ListTicketsResponse> GetAsync(Call call, ClosingQuery wanted, int limit)
    {
        var store = call.Workspace.Store;
        var page = await store.Closings.FindAsync(wanted, limit, call.Gone);
        var answer = new V1.ListTicketsResponse();
        var bytes = 0;
        var last = page.Last;
        foreach (var part in page.Found.Chunk(TicketsPerRead))
        {
            foreach (var (closing, ticket) in await store.ClosedTickets.ReadAsync(part, call.Gone))
            {
                var shown = TicketWire.Of(ticket, null);
                bytes += shown.CalculateSize();
                if (bytes > TicketListCall.MostBytes && answer.Tickets.Count > 0)
                {
                    return Ended(answer, last);
                }

                answer.Tickets.Add(shown);
                last = closing;
            }
        }

        return Ended(answer, page.Last);
    }

    private static V1.ListTicketsResponse Ended(V1.ListTicketsResponse answer, Closing? last)
    {
        if (last is not null)
        {
            answer.NextPageToken = string.Create(CultureInfo.InvariantCulture, $"{last.Place.Day}.{last.Place.Sequence:x}.{last.Place.Index:x}");
            answer.LookedBackTo = ProtoTime.Time(last.At);
        }

        return answer;
    }

    private static long? Time(ref ShapeCheck check, string field, Timestamp? at)
    {
        var time = at is null ? null : Times.ToMilliseconds(at);
        if (at is not null && time is null)
        {
            check.Fail(Reason.InvalidRequest, field, "is no time", "a time of the years 1 to 9999");
        }

        return time;
    }

    private static ClosingPlace? After(ref ShapeCheck check, string token)
    {
        if (token.Length == 0)
        {
            return null;
        }

        if (token.Split('.') is [var day, var sequence, var index]
            && DateOnly.TryParseExact(day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && long.TryParse(sequence, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var batch)
            && int.TryParse(index, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place)
            && batch > 0
            && place >= 0)
        {
            return new ClosingPlace(day, batch, place);
        }

        check.Fail(Reason.InvalidRequest, "page_token", $"is {Shown.Text(token)}", "the next_page_token of an answer");
        return null;
    }
}
