using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Router.V1;

namespace Router.Cli.Tickets;

/// <summary>A waiting time in words.</summary>
internal static class WaitingText
{
    /// <summary>One line for people: position, estimate, promise.</summary>
    /// <param name="waiting">What the server tells; null when the ticket does not wait.</param>
    public static string Of(WaitingTime? waiting)
    {
        if (waiting is null)
        {
            return "does not wait";
        }

        var place = $"position {waiting.Position.ToString(CultureInfo.InvariantCulture)}";
        if (waiting.Estimate is null || waiting.Promise is null)
        {
            return $"{place}, waiting time unknown (nobody who could serve it is signed in)";
        }

        var trust = waiting.Confidence == Confidence.Low ? ", few measured so far" : "";
        return $"{place}, about {Span(waiting.Estimate)}, in 9 of 10 cases at most {Span(waiting.Promise)}{trust}";
    }

    private static string Span(Duration duration)
    {
        var span = duration.ToTimeSpan();
        return span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min")
            : span.TotalMinutes >= 1
                ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds} s")
                : string.Create(CultureInfo.InvariantCulture, $"{span.Seconds} s");
    }
}
