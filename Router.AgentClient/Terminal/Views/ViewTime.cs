using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.Connection;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The moment a frame is for, and how times are written in it.</summary>
/// <param name="Server">The server's clock; null before the first sign-in.</param>
/// <param name="Real">Real time now.</param>
/// <param name="Zone">The zone in which times of day are written.</param>
internal sealed record ViewTime(ServerTime? Server, DateTimeOffset Real, TimeZoneInfo Zone)
{
    /// <summary>The server's time now, or real time before the first sign-in.</summary>
    public DateTimeOffset Now => Server?.Now ?? Real;

    /// <summary>Time of day, <c>HH:mm</c>; of another day with its date, <c>yyyy-MM-dd HH:mm</c>. Empty for none.</summary>
    public string Moment(Timestamp? time)
    {
        if (time is null)
        {
            return "";
        }

        var local = Local(time.ToDateTimeOffset());
        return local.ToString(local.Date == Local(Now).Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Time of day, <c>HH:mm:ss</c>.</summary>
    public string Clock(DateTimeOffset time) => Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Time passed since a moment of server time: <c>m:ss</c> or <c>h:mm:ss</c>.</summary>
    public string Since(DateTimeOffset start)
    {
        var passed = Now - start;
        passed = passed < TimeSpan.Zero ? TimeSpan.Zero : passed;
        return passed.TotalHours >= 1
            ? $"{(int)passed.TotalHours}:{passed.Minutes:00}:{passed.Seconds:00}"
            : $"{passed.Minutes}:{passed.Seconds:00}";
    }

    /// <summary>Whole real seconds until a moment of server time, rounded up: <c>14 s</c>, <c>3 min 20 s</c>.</summary>
    public string Left(DateTimeOffset end) => Seconds(Server?.Until(end) ?? TimeSpan.Zero);

    /// <summary>A duration in whole seconds, rounded up.</summary>
    public static string Seconds(TimeSpan left)
    {
        var seconds = (long)Math.Ceiling(left.TotalSeconds);
        return seconds < 120 ? $"{seconds} s" : $"{seconds / 60} min {seconds % 60} s";
    }

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);
}
