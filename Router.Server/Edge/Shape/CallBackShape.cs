using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Tickets;
using Router.Policies.Shape;

namespace Router.Server.Edge.Shape;

/// <summary>Reads wishes to be called back, and what came of them.</summary>
internal static class CallBackShape
{
    private const int NumberCharacters = 64;
    private const long LeastWindowMs = 15 * 60_000L;
    private const long MostWindowMs = TimeSpan.MillisecondsPerDay;

    /// <summary>Reads a wish, whose fields are named from <c>call_back</c> on.</summary>
    /// <param name="check">Takes the mistake.</param>
    /// <param name="wish">What came in.</param>
    /// <param name="now">Server time in ms.</param>
    public static CallBack Read(ref ShapeCheck check, V1.CallBack wish, long now)
    {
        check.Id(wish.Number, "call_back.number", NumberCharacters);
        check.OptionalId(wish.TimeZone, "call_back.time_zone", FieldLimits.Name);
        if (check.IsGood && wish.TimeZone.Length > 0 && !TimeZones.Has(wish.TimeZone))
        {
            check.Fail(Reason.InvalidRequest, "call_back.time_zone", $"is {Shown.Text(wish.TimeZone)}", "an IANA time zone, as Asia/Jerusalem");
        }

        var from = TimeAhead.Read(ref check, wish.From, "call_back.from", 0, now);
        var until = TimeAhead.Read(ref check, wish.Until, "call_back.until", 0, now);
        if (from > 0)
        {
            CheckWindow(ref check, wish, until - from);
        }

        return new CallBack(wish.Number, from, until, wish.TimeZone);
    }

    /// <summary>Reads what came of an attempt.</summary>
    /// <param name="check">Takes the mistake.</param>
    /// <param name="report">What came in.</param>
    /// <param name="agentId">The agent.</param>
    public static ReportCallBack ReadReport(ref ShapeCheck check, V1.ReportCallBack report, string agentId)
    {
        check.Id(report.TicketId, "report_call_back.ticket_id", FieldLimits.TicketId);
        if (!CallBackAttempt.Results.Contains(report.Outcome))
        {
            check.Fail(
                Reason.InvalidRequest,
                "report_call_back.outcome",
                $"is {Shown.Text(report.Outcome)}",
                string.Join(", ", CallBackAttempt.Results));
        }

        return new ReportCallBack(agentId, report.TicketId, report.AssignmentNo, report.Outcome);
    }

    private static void CheckWindow(ref ShapeCheck check, V1.CallBack wish, long lengthMs)
    {
        if (wish.KeepPlace)
        {
            check.Fail(Reason.InvalidRequest, "call_back.keep_place", "is set together with 'from'", "one of the two");
        }

        if (wish.TimeZone.Length == 0)
        {
            check.Fail(Reason.InvalidRequest, "call_back.time_zone", "is missing", "the customer's IANA time zone, as Asia/Jerusalem");
        }

        if (lengthMs is < LeastWindowMs or > MostWindowMs)
        {
            check.Fail(Reason.OutOfRange, "call_back.until", "is no time for a window", "15 minutes to 24 hours after 'from'");
        }
    }
}
