using Google.Protobuf;
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Tickets;

namespace Router.Server.Edge.Supervision;

/// <summary>A supervisor's moves: up to a thousand tickets in one commit.</summary>
internal static class MoveCalls
{
    private const int MostTickets = 1_000;

    /// <summary>To an agent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.MoveResponse> AssignAsync(Call call, V1.AssignRequest request)
    {
        var check = Check(request.Tickets, request.RequestId);
        check.Id(request.AgentId, "agent_id", FieldLimits.AgentId);
        check.Require();
        var (ids, skip, why) = Picked(request.Tickets);
        return DoAsync(call, new AssignTickets(ids, skip, why, call.Caller.Actor, request.AgentId, request.PastCapacity), request.RequestId, request);
    }

    /// <summary>To another queue.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.MoveResponse> MoveAsync(Call call, V1.MoveRequest request)
    {
        var check = Check(request.Tickets, request.RequestId);
        check.Id(request.Queue, "queue", FieldLimits.Name);
        check.Require();
        var (ids, skip, why) = Picked(request.Tickets);
        return DoAsync(call, new MoveTickets(ids, skip, why, call.Caller.Actor, request.Queue), request.RequestId, request);
    }

    /// <summary>Another priority.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.MoveResponse> ReprioritiseAsync(Call call, V1.ReprioritiseRequest request)
    {
        var check = Check(request.Tickets, request.RequestId);
        if (request.Priority is < 0 or > FieldLimits.Priority)
        {
            check.Fail(Reason.PriorityOutOfRange, "priority", $"is {request.Priority}", $"0 to {FieldLimits.Priority}");
        }

        check.Require();
        var (ids, skip, why) = Picked(request.Tickets);
        return DoAsync(call, new ReprioritiseTickets(ids, skip, why, call.Caller.Actor, request.Priority), request.RequestId, request);
    }

    /// <summary>Other needs.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.MoveResponse> ChangeRequirementAsync(Call call, V1.ChangeRequirementRequest request)
    {
        var check = Check(request.Tickets, request.RequestId);
        var languages = NeedsShape.Languages(ref check, "languages", request.Languages);
        var skills = NeedsShape.Skills(ref check, "skills", request.Skills);
        check.Require();
        var (ids, skip, why) = Picked(request.Tickets);
        return DoAsync(call, new ChangeTicketNeeds(ids, skip, why, call.Caller.Actor, languages, skills), request.RequestId, request);
    }

    /// <summary>Completed, whatever the agent does.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static Task<V1.MoveResponse> ForceCompleteAsync(Call call, V1.ForceCompleteRequest request)
    {
        var check = Check(request.Tickets, request.RequestId);
        check.OptionalId(request.Disposition, "disposition", FieldLimits.Name);
        check.Require();
        var (ids, skip, why) = Picked(request.Tickets);
        return DoAsync(call, new CompleteTickets(ids, skip, why, call.Caller.Actor, request.Disposition), request.RequestId, request);
    }

    private static ShapeCheck Check(V1.TicketSelection? tickets, string requestId)
    {
        var check = default(ShapeCheck);
        check.OptionalId(requestId, "request_id", FieldLimits.RequestId);
        if (tickets is null || tickets.TicketIds.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, "tickets.ticket_ids", "is empty", $"1 to {MostTickets} ids");
            return check;
        }

        check.Count(tickets.TicketIds.Count, "tickets.ticket_ids", MostTickets);
        check.Line(tickets.Why, "tickets.why", FieldLimits.LabelBytes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tickets.TicketIds.Count && check.IsGood; i++)
        {
            check.Id(tickets.TicketIds[i], "", FieldLimits.TicketId);
            check.Once(seen.Add(tickets.TicketIds[i]), "", tickets.TicketIds[i]);
            check.FoundIn("tickets.ticket_ids", i);
        }

        return check;
    }

    private static (IReadOnlyList<string> Ids, bool Skip, string Why) Picked(V1.TicketSelection tickets) =>
        ([.. tickets.TicketIds], tickets.SkipRefused, tickets.Why);

    private static async Task<V1.MoveResponse> DoAsync(Call call, TicketMove command, string requestId, IMessage request)
    {
        var outcome = await call.ExecuteAsync(command, call.KeyOf(requestId, request));
        if (outcome.IsRefused)
        {
            throw outcome.Metadata.TryGetValue("ticket_id", out var id)
                ? (await TicketFinder.ExplainAsync(call, outcome, id)).At("tickets.ticket_ids").ToException()
                : Refused.From(outcome).ToException();
        }

        var moved = (Moved)outcome.Value!;
        return new V1.MoveResponse
        {
            Changed = moved.Changed,
            Refused = { moved.Refused.Select(r => new V1.RefusedTicket { TicketId = r.TicketId, Refusal = Refused.From(r.Refusal).ToProto() }) },
        };
    }
}
