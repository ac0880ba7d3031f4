namespace Router.Simulations.Files;

/// <summary>Hours that come back on days of the week, or on one day, by the clocks of a time zone.</summary>
/// <param name="Weekdays">1 = Monday to 7 = Sunday; empty = every day.</param>
/// <param name="Date">Only this day, or null.</param>
/// <param name="FromMinute">Minute of the day at which they begin.</param>
/// <param name="UntilMinute">Minute at which they end; over 24 hours on the next day.</param>
internal sealed record DayHours(IReadOnlyList<int> Weekdays, DateOnly? Date, int FromMinute, int UntilMinute)
{
    private const int DaysOfAWeek = 7;

    /// <summary>The stretches of time that have any part between two moments, in order.</summary>
    /// <param name="from">The first moment, ms since 1970.</param>
    /// <param name="until">The other.</param>
    /// <param name="zone">The time zone.</param>
    public IEnumerable<(long Start, long End)> Between(long from, long until, TimeZoneInfo zone)
    {
        var first = DayOf(from, zone).AddDays(-1);
        var last = DayOf(until, zone);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (Date is { } date ? day != date : Weekdays.Count > 0 && !Weekdays.Contains(WeekdayOf(day)))
            {
                continue;
            }

            var (start, end) = (At(day, FromMinute, zone), At(day, UntilMinute, zone));
            if (start < until && end > from)
            {
                yield return (start, end);
            }
        }
    }

    /// <summary>A time of a day, ms since 1970.</summary>
    /// <param name="day">The day.</param>
    /// <param name="minute">Minutes since its midnight.</param>
    /// <param name="zone">The time zone; an hour that its clocks leave out or show twice is taken as they show it in winter.</param>
    public static long At(DateOnly day, int minute, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();
    }

    private static DateOnly DayOf(long ms, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(ms), zone).DateTime);

    private static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? DaysOfAWeek : (int)day.DayOfWeek;
}
