using Router.Engine.Alarms;
using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Alarms and what raises them on the wire.</summary>
internal static class AlarmWire
{
    /// <summary>The limits of a queue or of one of its channels.</summary>
    /// <param name="alarms">The limits, or null.</param>
    public static V1.QueueAlarms? Of(QueueAlarms? alarms) => alarms is null
        ? null
        : new()
        {
            Waiting = alarms.Waiting,
            OldestWait = alarms.OldestSeconds > 0 ? ProtoTime.Seconds(alarms.OldestSeconds) : null,
            EstimatedWait = alarms.EstimatedSeconds > 0 ? ProtoTime.Seconds(alarms.EstimatedSeconds) : null,
            ServiceLevelPercent = alarms.ServiceLevelPercent,
            FreeAgents = alarms.FreeAgents,
            Unroutable = alarms.Unroutable,
            DeclinedOften = alarms.DeclinedOften,
            Hold = ProtoTime.Seconds(alarms.HoldSeconds),
        };

    /// <summary>An alarm that is up.</summary>
    /// <param name="alarm">The alarm.</param>
    public static V1.Alarm Of(AlarmRecord alarm) => new()
    {
        Queue = alarm.Key.Queue,
        Channel = alarm.Key.Channel,
        Figure = (V1.AlarmFigure)alarm.Key.Figure,
        Since = ProtoTime.Time(alarm.Since),
        Value = alarm.Value,
        Limit = alarm.Limit,
        AcknowledgedBy = ActorWire.Of(alarm.Taken?.By),
        AcknowledgedAt = alarm.Taken is { } taken ? ProtoTime.Time(taken.At) : null,
        Why = alarm.Taken?.Why ?? "",
    };
}
