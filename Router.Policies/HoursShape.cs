using System.Globalization;
using Google.Protobuf.Collections;
using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads when a queue is open.</summary>
internal static class HoursShape
{
    private const int MostWeekly = 100;
    private const int MostDays = 1_000;
    private const int DaysOfAWeek = 7;
    private const int EndOfDay = 24 * 60;
    private const string Week = "queue.hours.week";
    private const string Days = "queue.hours.days";

    /// <summary>Reads it.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="hours">What came in; null is always open.</param>
    public static OpeningHours? Read(ref ShapeCheck check, V1.Hours? hours)
    {
        if (hours is null)
        {
            return null;
        }

        check.Id(hours.TimeZone, "queue.hours.time_zone", FieldLimits.Name);
        var zone = TimeZones.Find(hours.TimeZone);
        if (zone is null && hours.TimeZone.Length > 0)
        {
            check.Fail(Reason.InvalidRequest, "queue.hours.time_zone", $"is {Shown.Text(hours.TimeZone)}, no time zone", "an IANA name such as 'Asia/Jerusalem'");
        }

        var week = ReadWeek(ref check, hours.Week);
        var days = ReadDays(ref check, hours.Days);
        if (hours.Week.Count == 0 && hours.Days.All(d => d.Opens.Length == 0))
        {
            check.Fail(Reason.InvalidRequest, Week, "is empty, and no day has an opening", "at least one opening");
        }

        return new OpeningHours
        {
            TimeZone = hours.TimeZone,
            Zone = zone ?? [],
            Week = week,
            Days = days,
            WhenClosed = OverflowShape.Read(ref check, hours.WhenClosed, "queue.hours.when_closed", OverflowRule.WaitForOpening),
        };
    }

    private static List<WeeklyOpening> ReadWeek(ref ShapeCheck check, RepeatedField<V1.WeeklyOpening> week)
    {
        var read = new List<WeeklyOpening>();
        check.Count(week.Count, Week, MostWeekly);
        for (var i = 0; i < week.Count && check.IsGood; i++)
        {
            check.Range(week[i].Weekday, "weekday", 1, DaysOfAWeek);
            var (opens, closes) = ReadTimes(ref check, week[i].Opens, week[i].Closes);
            if (read.Exists(o => o.Weekday == week[i].Weekday && o.OpensMinute < closes && opens < o.ClosesMinute))
            {
                FailOverlap(ref check);
            }

            check.FoundIn(Week, i);
            read.Add(new(week[i].Weekday, opens, closes));
        }

        return read;
    }

    private static List<DayOpening> ReadDays(ref ShapeCheck check, RepeatedField<V1.DayOpening> days)
    {
        var read = new List<DayOpening>();
        check.Count(days.Count, Days, MostDays);
        for (var i = 0; i < days.Count && check.IsGood; i++)
        {
            var isDate = DateOnly.TryParseExact(days[i].Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
            if (!isDate)
            {
                check.Fail(Reason.InvalidRequest, "date", $"is {Shown.Text(days[i].Date)}", "a date such as '2026-12-25'");
            }

            check.Line(days[i].Label, "label", FieldLimits.LabelBytes);
            var isHoliday = days[i].Opens.Length == 0 && days[i].Closes.Length == 0;
            var (opens, closes) = isHoliday ? (0, 0) : ReadTimes(ref check, days[i].Opens, days[i].Closes);
            if (isDate && read.Exists(d => d.Day == date.DayNumber && (isHoliday || d.ClosesMinute == 0 || (d.OpensMinute < closes && opens < d.ClosesMinute))))
            {
                FailOverlap(ref check);
            }

            check.FoundIn(Days, i);
            read.Add(new(date.DayNumber, opens, closes, days[i].Label));
        }

        return read;
    }

    private static void FailOverlap(ref ShapeCheck check) =>
        check.Fail(Reason.InvalidRequest, "opens", "begins an opening that overlaps one before it in the list", "openings of a day apart from each other");

    private static (int Opens, int Closes) ReadTimes(ref ShapeCheck check, string opens, string closes)
    {
        var (from, to) = (MinuteOf(opens), MinuteOf(closes));
        if (from is null or EndOfDay)
        {
            check.Fail(Reason.InvalidRequest, "opens", $"is {Shown.Text(opens)}", "a time from '00:00' to '23:59'");
        }

        if (to is null)
        {
            check.Fail(Reason.InvalidRequest, "closes", $"is {Shown.Text(closes)}", "a time from '00:01' to '24:00'");
        }

        if (from >= to)
        {
            check.Fail(Reason.OutOfRange, "closes", $"is {Shown.Text(closes)}", $"later than {Shown.Text(opens)}; over midnight, two openings");
        }

        return (from ?? 0, to ?? 0);
    }

    private static int? MinuteOf(string time)
    {
        if (time.Length != 5 || time[2] != ':'
            || !int.TryParse(time.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(time.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minute))
        {
            return null;
        }

        var minutes = (hour * 60) + minute;
        return minute < 60 && minutes <= EndOfDay ? minutes : null;
    }
}
