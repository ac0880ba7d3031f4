using Router.Engine.Alarms;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Alarms and what raises them to and from their saved forms.</summary>
internal static class AlarmCodec
{
    public static StoredAlarm ToStored(AlarmRecord alarm)
    {
        var stored = new StoredAlarm
        {
            Queue = alarm.Key.Queue,
            Channel = alarm.Key.Channel,
            Figure = (StoredAlarmFigure)alarm.Key.Figure,
            Since = alarm.Since,
            TurnsAt = alarm.TurnsAt,
            Value = alarm.Value,
            Limit = alarm.Limit,
            TakenBy = TicketCodec.ToStored(alarm.Taken?.By),
            TakenWhy = alarm.Taken?.Why ?? "",
            TakenAt = alarm.Taken?.At ?? 0,
        };
        if (alarm.Reported >= 0)
        {
            stored.Reported = alarm.Reported;
        }

        return stored;
    }

    public static AlarmRecord FromStored(StoredAlarm stored) => new(new AlarmKey(stored.Queue, stored.Channel, (AlarmFigure)stored.Figure))
    {
        Since = stored.Since,
        TurnsAt = stored.TurnsAt,
        Value = stored.Value,
        Limit = stored.Limit,
        Reported = stored.HasReported ? stored.Reported : -1,
        Taken = TicketCodec.FromStored(stored.TakenBy) is { } by ? new AlarmTaken(by, stored.TakenWhy, stored.TakenAt) : null,
    };

    public static StoredQueueAlarms? ToStored(QueueAlarms? alarms) => alarms is null
        ? null
        : new()
        {
            Waiting = alarms.Waiting,
            OldestSeconds = alarms.OldestSeconds,
            EstimatedSeconds = alarms.EstimatedSeconds,
            ServiceLevelPercent = alarms.ServiceLevelPercent,
            FreeAgents = alarms.FreeAgents,
            Unroutable = alarms.Unroutable,
            DeclinedOften = alarms.DeclinedOften,
            HoldSeconds = alarms.HoldSeconds,
        };

    public static QueueAlarms? FromStored(StoredQueueAlarms? stored) => stored is null
        ? null
        : new(
            stored.Waiting,
            stored.OldestSeconds,
            stored.EstimatedSeconds,
            stored.ServiceLevelPercent,
            stored.FreeAgents,
            stored.Unroutable,
            stored.DeclinedOften,
            stored.HoldSeconds);
}
