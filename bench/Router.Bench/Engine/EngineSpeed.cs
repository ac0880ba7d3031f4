using System.Globalization;

namespace Router.Bench.Engine;

/// <summary>How fast whole tickets went through the engine.</summary>
/// <param name="TicketsPerSecond">By the clock, which other programs on the machine slow down.</param>
/// <param name="CpuMicroseconds">Processor time a ticket, the garbage collector's included.</param>
/// <param name="Allocated">Bytes a ticket.</param>
internal readonly record struct EngineSpeed(double TicketsPerSecond, double CpuMicroseconds, double Allocated)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{TicketsPerSecond,9:F0} tickets/s, {CpuMicroseconds,6:F2} us of the processor and {Allocated:F0} bytes allocated a ticket");
}
