using System.Globalization;
using Router.Engine.Hours;
using Router.Engine.Policies;

namespace Router.Engine.Tests.Scaffold;

/// <summary>Hours for tests.</summary>
internal static class Openings
{
    /// <summary>The same every day, by UTC; the tests' time begins on a Friday at 08:00.</summary>
    public static OpeningHours Daily(string opens, string closes, OverflowRule? whenClosed = null, params DayOpening[] days) =>
        In(TimeZoneInfo.Utc, opens, closes, whenClosed, days);

    /// <summary>The same every day, by a zone's clocks.</summary>
    public static OpeningHours In(TimeZoneInfo zone, string opens, string closes, OverflowRule? whenClosed = null, params DayOpening[] days) => new()
    {
        TimeZone = zone.Id,
        Zone = ZoneTable.Of(zone),
        Week = [.. Enumerable.Range(1, 7).Select(d => new WeeklyOpening(d, Minute(opens), Minute(closes)))],
        Days = days,
        WhenClosed = whenClosed ?? OverflowRule.WaitForOpening,
    };

    public static DayOpening Holiday(string date) => new(Day(date), 0, 0, "holiday");

    public static DayOpening OneOff(string date, string opens, string closes) => new(Day(date), Minute(opens), Minute(closes));

    public static int Minute(string time) => time == "24:00" ? 1_440 : (int)TimeSpan.Parse(time, CultureInfo.InvariantCulture).TotalMinutes;

    private static int Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture).DayNumber;
}
