using Router.Engine.Policies;
using Router.Simulations.Files;
using Router.Simulator.Chance;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Scenarios;

/// <summary>Contacts of a traffic file that come by chance: Poisson arrivals, each drawn as a whole. Of the same seed they are the same under every policy.</summary>
internal static class KindCalls
{
    private const double MsPerMinute = 60_000;
    private const double MinutesPerHour = 60;

    /// <summary>Those of all kinds, in the order of their times.</summary>
    /// <param name="traffic">The file.</param>
    /// <param name="policy">The policy, which says what is interruptible.</param>
    /// <param name="from">When they begin, ms since 1970.</param>
    /// <param name="until">When they end.</param>
    /// <param name="seed">The seed of chance.</param>
    public static IEnumerable<Call> Of(TrafficFile traffic, WorkspacePolicy policy, long from, long until, ulong seed) =>
        traffic.Kinds.SelectMany((kind, number) => Of(kind, number, traffic.Zone, policy, from, until, seed)).OrderBy(call => call.At);

    private static IEnumerable<Call> Of(
        TrafficKind kind, int number, TimeZoneInfo zone, WorkspacePolicy policy, long from, long until, ulong seed)
    {
        var stretches = kind.Arrivals.SelectMany(one => one.Hours.Between(from, until, zone)
            .Select(span => (Minute(span.Start - from), Minute(span.End - from), one.PerHour / MinutesPerHour)));
        var times = new PoissonTimes(new PiecewiseRate([.. stretches]), new RandomStream(seed, $"{kind.Name}/times"));
        var service = new RandomStream(seed, $"{kind.Name}/handle");
        var patience = new RandomStream(seed, $"{kind.Name}/patience");
        var wrapUp = new RandomStream(seed, $"{kind.Name}/wrap-up");
        var customers = new RandomStream(seed, $"{kind.Name}/customers");
        var yields = policy.Channels.Any(channel => channel.Name == kind.Content.Channel && channel.Interruptible);
        while (times.Next(Minute(until - from)) is { } minute)
        {
            yield return new Call
            {
                At = from + Ms(minute),
                Content = kind.Customers == 0 ? kind.Content : kind.Content with { CustomerId = $"{kind.Name} {customers.NextIndex(kind.Customers)}" },
                HandleMs = Ms(kind.ServiceMinutes.Draw(service)),
                PatienceMs = kind.PatienceMinutes is { } most ? Ms(most.Draw(patience)) : Call.Endless,
                WrapUpMs = kind.WrapUpMinutes is { } after ? Ms(after.Draw(wrapUp)) : null,
                YieldsToLive = yields,
                Kind = number,
            };
        }
    }

    private static double Minute(long ms) => ms / MsPerMinute;

    private static long Ms(double minutes) => (long)Math.Round(minutes * MsPerMinute);
}
