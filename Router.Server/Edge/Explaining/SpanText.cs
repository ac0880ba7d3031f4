using System.Globalization;

namespace Router.Server.Edge.Explaining;

/// <summary>A length of time for people.</summary>
internal static class SpanText
{
    /// <summary>As <c>22 s</c>, <c>14 min</c> or <c>2 h 5 min</c>; whole seconds under a minute, else whole minutes.</summary>
    /// <param name="ms">In ms; below 0 is none.</param>
    public static string Of(long ms)
    {
        var span = TimeSpan.FromMilliseconds(Math.Max(0, ms));
        return span switch
        {
            { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Seconds} s"),
            { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min"),
            { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} days"),
        };
    }
}
