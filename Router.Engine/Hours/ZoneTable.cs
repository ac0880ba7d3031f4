using Router.Engine.Policies;

namespace Router.Engine.Hours;

/// <summary>What the clocks of a time zone show, as a list: for whoever makes a policy, so that the engine needs no time-zone data.</summary>
public static class ZoneTable
{
    private const int MinuteMs = 60_000;

    /// <summary>The end of what is listed, 2070: from then on the last offset holds.</summary>
    private static readonly long EndMs = new DateTimeOffset(2070, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The zone's offsets from 1970 to 2070, in order, the first from 0 on.</summary>
    /// <param name="zone">The zone.</param>
    public static IReadOnlyList<ZoneOffset> Of(TimeZoneInfo zone)
    {
        var table = new List<ZoneOffset> { new(0, MinutesAt(zone, 0)) };
        for (var day = 0L; day < EndMs; day += TimeSpan.MillisecondsPerDay)
        {
            if (MinutesAt(zone, day + TimeSpan.MillisecondsPerDay) != table[^1].OffsetMinutes)
            {
                var from = ChangeIn(zone, day, day + TimeSpan.MillisecondsPerDay);
                table.Add(new(from, MinutesAt(zone, from)));
            }
        }

        return table;
    }

    /// <summary>The first minute of a span that has not the offset of its beginning; its end has another.</summary>
    private static long ChangeIn(TimeZoneInfo zone, long from, long to)
    {
        var before = MinutesAt(zone, from);
        while (to - from > MinuteMs)
        {
            var middle = from + ((to - from) / 2 / MinuteMs * MinuteMs);
            (from, to) = MinutesAt(zone, middle) == before ? (middle, to) : (from, middle);
        }

        return to;
    }

    private static int MinutesAt(TimeZoneInfo zone, long ms) =>
        (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(ms)).TotalMinutes;
}
