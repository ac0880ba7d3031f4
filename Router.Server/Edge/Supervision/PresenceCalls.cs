using Google.Protobuf;
using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Supervision;

/// <summary>A supervisor's moves with agents: up to a thousand in one commit, all or none.</summary>
internal static class PresenceCalls
{
    private const int MostAgents = 1_000;

    /// <summary>A presence in their place.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.SetAgentPresenceResponse> SetAsync(Call call, V1.SetAgentPresenceRequest request)
    {
        var check = Check(request.AgentIds, request.RequestId, request.Why);
        check.OptionalId(request.AwayReason, "away_reason", FieldLimits.Name);
        check.Require();
        var presence = (Presence)request.Presence;
        var reason = presence == Presence.Away ? request.AwayReason : "";
        await DoAsync(
            call,
            new SetAgentsPresence([.. request.AgentIds], presence, reason, request.When == V1.PresenceWhen.Now, call.Caller.Actor, request.Why),
            request.RequestId,
            request);
        return new V1.SetAgentPresenceResponse();
    }

    /// <summary>Nothing new for them, or work again.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    /// <param name="now">Server time in ms.</param>
    public static async Task<V1.DrainResponse> DrainAsync(Call call, V1.DrainRequest request, long now)
    {
        var check = Check(request.AgentIds, request.RequestId, request.Why);
        if (request is { Stop: true, At: not null })
        {
            check.Fail(Reason.InvalidRequest, "at", "is set together with 'stop'", "one of the two: draining is stopped at once");
        }

        var at = TimeAhead.Read(ref check, request.At, "at", 0, now);
        check.Require();
        await DoAsync(call, new DrainAgents([.. request.AgentIds], at, request.Stop, call.Caller.Actor, request.Why), request.RequestId, request);
        return new V1.DrainResponse();
    }

    private static ShapeCheck Check(RepeatedField<string> ids, string requestId, string why)
    {
        var check = default(ShapeCheck);
        check.OptionalId(requestId, "request_id", FieldLimits.RequestId);
        if (ids.Count == 0)
        {
            check.Fail(Reason.InvalidRequest, "agent_ids", "is empty", $"1 to {MostAgents} ids");
            return check;
        }

        check.Count(ids.Count, "agent_ids", MostAgents);
        check.Line(why, "why", FieldLimits.LabelBytes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count && check.IsGood; i++)
        {
            check.Id(ids[i], "", FieldLimits.AgentId);
            check.Once(seen.Add(ids[i]), "", ids[i]);
            check.FoundIn("agent_ids", i);
        }

        return check;
    }

    private static async Task DoAsync(Call call, Command command, string requestId, IMessage request)
    {
        var outcome = await call.ExecuteAsync(command, call.KeyOf(requestId, request));
        if (outcome.IsRefused)
        {
            throw Refused.From(outcome).ToException();
        }
    }
}
