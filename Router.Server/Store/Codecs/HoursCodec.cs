using Router.Engine.Policies;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Hours, limits and overflow of queues to and from their saved form.</summary>
internal static class HoursCodec
{
    public static StoredHours? ToStored(OpeningHours? hours) => hours is null
        ? null
        : new()
        {
            TimeZone = hours.TimeZone,
            ZoneFrom = { hours.Zone.Select(z => z.FromMs) },
            ZoneMinutes = { hours.Zone.Select(z => z.OffsetMinutes) },
            Week = { hours.Week.Select(w => new StoredWeeklyOpening { Weekday = w.Weekday, Opens = w.OpensMinute, Closes = w.ClosesMinute }) },
            Days = { hours.Days.Select(d => new StoredDayOpening { Day = d.Day, Opens = d.OpensMinute, Closes = d.ClosesMinute, Label = d.Label }) },
            WhenClosed = ToStored(hours.WhenClosed),
        };

    public static OpeningHours? FromStored(StoredHours? stored) => stored is null
        ? null
        : new()
        {
            TimeZone = stored.TimeZone,
            Zone = [.. stored.ZoneFrom.Zip(stored.ZoneMinutes, (from, minutes) => new ZoneOffset(from, minutes))],
            Week = [.. stored.Week.Select(w => new WeeklyOpening(w.Weekday, w.Opens, w.Closes))],
            Days = [.. stored.Days.Select(d => new DayOpening(d.Day, d.Opens, d.Closes, d.Label))],
            WhenClosed = FromStored(stored.WhenClosed),
        };

    public static StoredQueueLimits? ToStored(QueueLimits? limits) => limits is null
        ? null
        : new()
        {
            Waiting = limits.Waiting,
            OldestSeconds = limits.OldestSeconds,
            EstimatedSeconds = limits.EstimatedSeconds,
            Overflow = ToStored(limits.Overflow),
        };

    public static QueueLimits? FromStored(StoredQueueLimits? stored) => stored is null
        ? null
        : new(stored.Waiting, stored.OldestSeconds, stored.EstimatedSeconds, FromStored(stored.Overflow));

    private static StoredOverflow ToStored(OverflowRule rule) => new() { Kind = (StoredOverflowKind)rule.Kind, Queue = rule.Queue };

    private static OverflowRule FromStored(StoredOverflow stored) => new((OverflowKind)stored.Kind, stored.Queue);
}
