namespace Router.Store.Tests.Support;

/// <summary>Real time, and as much more as a test adds.</summary>
public sealed class SteppedTime : TimeProvider
{
    private TimeSpan _added;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _added;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Step(TimeSpan more) => _added += more;
}
