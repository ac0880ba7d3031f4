using System.Globalization;
using Router.Engine.Policies;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Hours, limits and overflow of queues on the wire.</summary>
internal static class HoursWire
{
    /// <summary>When a queue is open; null is always.</summary>
    /// <param name="hours">The hours.</param>
    public static V1.Hours? Of(OpeningHours? hours) => hours is null
        ? null
        : new()
        {
            TimeZone = hours.TimeZone,
            Week = { hours.Week.Select(w => new V1.WeeklyOpening { Weekday = w.Weekday, Opens = TimeOf(w.OpensMinute), Closes = TimeOf(w.ClosesMinute) }) },
            Days = { hours.Days.Select(Of) },
            WhenClosed = Of(hours.WhenClosed),
        };

    /// <summary>When a queue is full for a channel; null is never.</summary>
    /// <param name="limits">The limits.</param>
    public static V1.QueueLimits? Of(QueueLimits? limits) => limits is null
        ? null
        : new()
        {
            Waiting = limits.Waiting,
            OldestWait = limits.OldestSeconds > 0 ? ProtoTime.Seconds(limits.OldestSeconds) : null,
            EstimatedWait = limits.EstimatedSeconds > 0 ? ProtoTime.Seconds(limits.EstimatedSeconds) : null,
            Overflow = Of(limits.Overflow),
        };

    private static V1.Overflow Of(OverflowRule rule) => new() { Kind = (V1.OverflowKind)rule.Kind, Queue = rule.Queue };

    private static V1.DayOpening Of(DayOpening day) => new()
    {
        Date = DateOnly.FromDayNumber(day.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Opens = day.ClosesMinute == 0 ? "" : TimeOf(day.OpensMinute),
        Closes = day.ClosesMinute == 0 ? "" : TimeOf(day.ClosesMinute),
        Label = day.Label,
    };

    private static string TimeOf(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
