using System.Diagnostics.Metrics;
using Router.Engine;

namespace Router.Server.Edge.Refusals;

/// <summary>Counts refusals by their reason.</summary>
internal static class RefusalMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Router.Server.Refusals";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "router.refusals", "{refusal}", "Requests that were refused, by the reason told (reasons.proto).");

    /// <summary>One more.</summary>
    /// <param name="reason">Why.</param>
    public static void Count(Reason reason)
    {
        if (Refusals.Enabled)
        {
            Refusals.Add(1, new KeyValuePair<string, object?>("reason", StatusDetails.NameOf(reason)));
        }
    }
}
