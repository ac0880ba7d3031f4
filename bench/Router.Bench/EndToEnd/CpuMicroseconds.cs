namespace Router.Bench.EndToEnd;

/// <summary>Processor time that a ticket took, in microseconds.</summary>
/// <param name="Server">In the router.</param>
/// <param name="Client">In the load client.</param>
/// <param name="Redis">In Redis.</param>
internal sealed record CpuMicroseconds(double Server, double Client, double Redis);
