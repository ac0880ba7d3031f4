using Router.Engine.Policies;

namespace Router.Engine.Properties.Checks;

/// <summary>When a queue is open, looked up minute by minute on the clocks of its zone.</summary>
internal static class OpenHours
{
    /// <summary>No opening is ahead.</summary>
    public const long Never = long.MaxValue;

    private const long MinuteMs = 60_000;
    private const long DayMs = 86_400_000;

    /// <summary>Days ahead in which every weekly opening comes; what is drawn has no day that is otherwise further on.</summary>
    private const int DaysAhead = 9;

    public static bool IsOpen(OpeningHours hours, long at)
    {
        var local = at + (hours.Zone.Last(z => z.FromMs == 0 || z.FromMs <= at).OffsetMinutes * MinuteMs);
        var day = new DateOnly(1970, 1, 1).AddDays((int)(local / DayMs));
        var minute = local % DayMs / MinuteMs;
        var openings = hours.Days.Any(d => d.Day == day.DayNumber)
            ? hours.Days.Where(d => d.Day == day.DayNumber).Select(d => (d.OpensMinute, d.ClosesMinute))
            : hours.Week.Where(w => w.Weekday % 7 == (int)day.DayOfWeek).Select(w => (w.OpensMinute, w.ClosesMinute));
        return openings.Any(o => o.OpensMinute <= minute && minute < o.ClosesMinute);
    }

    /// <summary>The time itself when it is open then, else the next opening.</summary>
    public static long OpensAt(OpeningHours hours, long now)
    {
        for (var at = now; at < now + (DaysAhead * DayMs); at = NextMinute(at))
        {
            if (IsOpen(hours, at))
            {
                return at;
            }
        }

        return Never;
    }

    /// <summary>When so much of open hours has passed; where no opening is ahead all hours count.</summary>
    public static long After(OpeningHours hours, long now, long openMs)
    {
        for (var (at, left) = (now, openMs); ; at = NextMinute(at))
        {
            if (OpensAt(hours, at) is not (< Never and var opensAt))
            {
                return at + left;
            }

            at = opensAt;
            if (left <= NextMinute(at) - at)
            {
                return at + left;
            }

            left -= NextMinute(at) - at;
        }
    }

    private static long NextMinute(long at) => ((at / MinuteMs) + 1) * MinuteMs;
}
