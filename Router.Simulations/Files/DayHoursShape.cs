using System.Globalization;
using Google.Protobuf.Collections;
using Router.Engine;
using Router.Policies.Shape;

namespace Router.Simulations.Files;

/// <summary>Reads hours of days and weeks.</summary>
internal static class DayHoursShape
{
    private const int DaysOfAWeek = 7;
    private const int EndOfDay = 24 * 60;

    /// <summary>Reads them.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="weekdays">Days of the week.</param>
    /// <param name="date">Or one day.</param>
    /// <param name="from">When they begin.</param>
    /// <param name="until">When they end.</param>
    public static DayHours Read(ref ShapeCheck check, RepeatedField<int> weekdays, string date, string from, string until)
    {
        check.Count(weekdays.Count, "weekdays", DaysOfAWeek);
        for (var i = 0; i < weekdays.Count; i++)
        {
            check.Range(weekdays[i], "", 1, DaysOfAWeek);
            check.FoundIn("weekdays", i);
        }

        if (date.Length > 0 && weekdays.Count > 0)
        {
            check.Fail(Reason.InvalidRequest, "date", "is set together with 'weekdays'", "one of the two");
        }

        var begin = MinuteOf(ref check, from.Length == 0 ? "00:00" : from, "from");
        var end = MinuteOf(ref check, until.Length == 0 ? "24:00" : until, "until");
        return new DayHours([.. weekdays], date.Length == 0 ? null : ReadDay(ref check, date, "date"), begin, end <= begin ? end + EndOfDay : end);
    }

    /// <summary>Reads a day.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="text">What came in.</param>
    /// <param name="field">Where.</param>
    public static DateOnly ReadDay(ref ShapeCheck check, string text, string field)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1971 or > 2069)
        {
            check.Fail(Reason.InvalidRequest, field, $"is {Shown.Text(text)}", "a day such as '2026-03-02', from 1971 to 2069");
        }

        return day;
    }

    /// <summary>Reads a time of the day.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="text">What came in.</param>
    /// <param name="field">Where.</param>
    /// <returns>Minutes since midnight.</returns>
    public static int MinuteOf(ref ShapeCheck check, string text, string field)
    {
        if (text == "24:00")
        {
            return EndOfDay;
        }

        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            check.Fail(Reason.InvalidRequest, field, $"is {Shown.Text(text)}", "a time such as '09:00', up to '24:00'");
        }

        return (time.Hour * 60) + time.Minute;
    }

    /// <summary>Reads a time zone.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="name">What came in; empty is UTC.</param>
    public static TimeZoneInfo ReadZone(ref ShapeCheck check, string name)
    {
        if (name.Length == 0)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZones.Has(name))
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }

        check.Fail(Reason.InvalidRequest, "time_zone", $"is {Shown.Text(name)}", "an IANA time zone, as Asia/Jerusalem");
        return TimeZoneInfo.Utc;
    }
}
