using System.Globalization;
using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>How long tickets are served, in the server's time.</summary>
public static class HandleTimes
{
    /// <summary>The ticket's attribute that says how many seconds it is served: a number of 0 or more, <c>.</c> before decimals.</summary>
    public const string Attribute = "handle_seconds";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Always the same.</summary>
    /// <param name="time">0 or more.</param>
    public static Func<Ticket, TimeSpan> Constant(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return _ => time;
    }

    /// <summary>Log-normal, as handle times of calls are (Brown et al., JASA 100, 2005); at most a day.</summary>
    /// <param name="mean">Over 0.</param>
    /// <param name="variation">Standard deviation / mean, 0 or more.</param>
    /// <param name="random">Chance; used under a lock.</param>
    public static Func<Ticket, TimeSpan> LogNormal(TimeSpan mean, double variation, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(mean, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        var variance = Math.Log(1 + (variation * variation));
        var mu = Math.Log(mean.TotalSeconds) - (variance / 2);
        return _ =>
        {
            double angle, radius;
            lock (random)
            {
                angle = 2 * Math.PI * random.NextDouble();
                radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            }

            var seconds = Math.Exp(mu + (Math.Sqrt(variance) * radius * Math.Cos(angle)));
            return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
        };
    }

    /// <summary>What the ticket's attribute says, else what <paramref name="otherwise"/> does.</summary>
    internal static TimeSpan Of(Ticket ticket, Func<Ticket, TimeSpan> otherwise) =>
        ticket.Attributes.TryGetValue(Attribute, out var text)
        && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : otherwise(ticket);
}
