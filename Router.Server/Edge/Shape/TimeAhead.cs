using Google.Protobuf.WellKnownTypes;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Shape;

/// <summary>A point in time that is still to come.</summary>
internal static class TimeAhead
{
    private const long MostMs = 366 * TimeSpan.MillisecondsPerDay;

    /// <summary>Reads it; SCHEDULE_OUT_OF_RANGE where it is none, is too early, or is over 366 days ahead.</summary>
    /// <param name="check">Takes the mistake.</param>
    /// <param name="at">What came in.</param>
    /// <param name="field">Where.</param>
    /// <param name="earliest">What is allowed at the earliest, server time in ms; 0 leaves that to the engine.</param>
    /// <param name="now">Server time in ms.</param>
    /// <returns>Server time in ms; 0 when absent.</returns>
    public static long Read(ref ShapeCheck check, Timestamp? at, string field, long earliest, long now)
    {
        if (at is null)
        {
            return 0;
        }

        var time = Times.ToMilliseconds(at);
        if (time is null or <= 0 || time < earliest || time > now + MostMs)
        {
            check.Fail(
                Reason.ScheduleOutOfRange,
                field,
                time is null ? "is no point in time" : time < now ? "is in the past" : "is over a year ahead",
                $"after {ProtoTime.Time(now).ToDateTime():yyyy-MM-dd HH:mm:ss} UTC, the server's time, and at most 366 days ahead");
        }

        return time ?? 0;
    }
}
