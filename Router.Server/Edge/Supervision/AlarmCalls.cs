using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Supervision;

/// <summary>What supervisors say of alarms.</summary>
internal static class AlarmCalls
{
    /// <summary>The caller takes care of one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.AcknowledgeAlarmResponse> AcknowledgeAsync(Call call, V1.AcknowledgeAlarmRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        check.Id(request.Queue, "queue", FieldLimits.Name);
        check.OptionalId(request.Channel, "channel", FieldLimits.Name);
        check.Line(request.Why, "why", FieldLimits.LabelBytes);
        if (request.Figure == V1.AlarmFigure.Unspecified || !Enum.IsDefined(request.Figure))
        {
            check.Fail(Reason.InvalidRequest, "figure", "is missing or not known to this server", "a figure of an alarm");
        }

        check.Require();
        var alarm = new AlarmKey(request.Queue, request.Channel, (AlarmFigure)request.Figure);
        var outcome = await call.ExecuteAsync(new AcknowledgeAlarm(alarm, call.Caller.Actor, request.Why), call.KeyOf(request.RequestId, request));
        return outcome.IsRefused ? throw Refused.From(outcome).ToException() : new V1.AcknowledgeAlarmResponse();
    }
}
