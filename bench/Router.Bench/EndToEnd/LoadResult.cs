namespace Router.Bench.EndToEnd;

/// <summary>What one run of the load client measured.</summary>
/// <param name="TicketsPerSecond">From the first submit to the last acknowledged completion.</param>
/// <param name="OfferP50Ms">Median time from the submit being sent to its offer being received, ms.</param>
/// <param name="OfferP99Ms">The 99th percentile of the same, ms.</param>
/// <param name="CpuSeconds">Processor time of the client in the measured part.</param>
/// <param name="BytesPerTicket">Bytes of all messages that came for a ticket, without their frames.</param>
internal sealed record LoadResult(double TicketsPerSecond, double OfferP50Ms, double OfferP99Ms, double CpuSeconds, long BytesPerTicket);
