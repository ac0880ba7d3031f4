namespace Router.Bench.EndToEnd;

/// <summary>The router and the echo limit, measured one right after the other.</summary>
/// <param name="Router">What the router did.</param>
/// <param name="Echo">What the echo server did.</param>
/// <param name="Cpu">Processor time a ticket, with the router.</param>
internal sealed record Measurement(LoadResult Router, LoadResult Echo, CpuMicroseconds Cpu)
{
    /// <summary>How much of the limit the router reaches.</summary>
    public double Ratio => Router.TicketsPerSecond / Echo.TicketsPerSecond;
}
