using Router.Simulator.Chance;
using Router.Simulator.Play;

namespace Router.Simulator.Traffic;

/// <summary>Calls of one kind that come by chance. Times, services and patiences have streams of their own.</summary>
internal sealed class PoissonCalls : CallSource
{
    private const double MsPerMinute = 60_000;

    private readonly Func<double, CallKind> _kindAt;
    private readonly long _start;
    private readonly double _untilMinute;
    private readonly PoissonTimes _times;
    private readonly RandomStream _handle;
    private readonly RandomStream _patience;

    /// <summary>Calls that are alike all the time.</summary>
    /// <param name="kind">What they are like.</param>
    /// <param name="rate">How many come.</param>
    /// <param name="start">From when, virtual time in ms.</param>
    /// <param name="end">Up to when, virtual time in ms.</param>
    /// <param name="seed">The seed of the simulation.</param>
    /// <param name="name">What their streams of chance are named by.</param>
    public PoissonCalls(CallKind kind, Rate rate, long start, long end, ulong seed, string name)
        : this(_ => kind, rate, start, end, seed, name)
    {
    }

    /// <summary>Calls whose kind depends on when they come.</summary>
    /// <param name="kindAt">What they are like, by minutes since the start.</param>
    /// <param name="rate">How many come.</param>
    /// <param name="start">From when, virtual time in ms.</param>
    /// <param name="end">Up to when, virtual time in ms.</param>
    /// <param name="seed">The seed of the simulation.</param>
    /// <param name="name">What their streams of chance are named by.</param>
    public PoissonCalls(Func<double, CallKind> kindAt, Rate rate, long start, long end, ulong seed, string name)
    {
        _kindAt = kindAt;
        _start = start;
        _untilMinute = (end - start) / MsPerMinute;
        _times = new PoissonTimes(rate, new RandomStream(seed, $"{name}/times"));
        _handle = new RandomStream(seed, $"{name}/handle");
        _patience = new RandomStream(seed, $"{name}/patience");
    }

    /// <inheritdoc/>
    public override Call? Next()
    {
        return _times.Next(_untilMinute) is { } minute
            ? _kindAt(minute).CallAt(_start + (long)Math.Round(minute * MsPerMinute), _handle, _patience)
            : null;
    }
}
