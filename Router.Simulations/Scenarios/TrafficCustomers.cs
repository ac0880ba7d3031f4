using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Simulations.Files;
using Router.Simulator.Play;

namespace Router.Simulations.Scenarios;

/// <summary>Customers by chance, out of a traffic file.</summary>
/// <param name="file">Its name.</param>
/// <param name="traffic">What it says.</param>
internal sealed class TrafficCustomers(string file, TrafficFile traffic) : ICustomers
{
    /// <inheritdoc/>
    public string File => file;

    /// <inheritdoc/>
    public TimeZoneInfo Zone => traffic.Zone;

    /// <inheritdoc/>
    public (long From, long Until) Span => (At(traffic.From), At(traffic.Until));

    /// <inheritdoc/>
    public IEnumerable<(string Path, TicketContent Content)> Samples => traffic.Kinds.Select((kind, i) => ($"kinds[{i}].ticket", kind.Content));

    /// <inheritdoc/>
    public IEnumerable<Call> Calls(WorkspacePolicy policy, long from, long until, ulong seed) => KindCalls.Of(traffic, policy, from, until, seed);

    private long At(DateOnly? day) => day is { } one ? DayHours.At(one, 0, Zone) : 0;
}
