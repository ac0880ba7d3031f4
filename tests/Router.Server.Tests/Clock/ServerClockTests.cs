using Microsoft.Extensions.Options;
using Router.Server.Clock;
using Router.Server.Tests.Infrastructure;

namespace Router.Server.Tests.Clock;

public sealed class ServerClockTests
{
    private static readonly DateTimeOffset Start = new(1999, 8, 2, 10, 0, 0, TimeSpan.Zero);

    // What passes between two readings of real time, at any speed used here.
    private const long Slack = 600_000;

    private readonly TestTime _time = new();

    [Fact]
    public void NowMs_WithoutSettings_IsTheWallClock()
    {
        var clock = Clock(new());

        _time.MoveWall(TimeSpan.FromDays(1));

        Assert.InRange(clock.NowMs - _time.GetUtcNow().ToUnixTimeMilliseconds(), -Slack, 0);
    }

    [Fact]
    public void NowMs_WithStartAndSpeed_RunsFromThereThatFast()
    {
        var clock = Clock(new() { Start = Start, Speed = 60 });

        _time.Skip(TimeSpan.FromHours(1));

        Assert.InRange(clock.NowMs - Start.AddHours(60).ToUnixTimeMilliseconds(), 0, Slack);
    }

    [Fact]
    public void NowMs_WithSince_GoesOnWithAClockThatRanBefore()
    {
        var clock = Clock(new() { Start = Start, Since = _time.GetUtcNow().AddHours(-2), Speed = 60 });

        Assert.InRange(clock.NowMs - Start.AddHours(120).ToUnixTimeMilliseconds(), 0, Slack);
    }

    [Fact]
    public void NotBefore_OfALaterTime_MovesTheClockForwardOnce()
    {
        var clock = Clock(new() { Start = Start });
        var saved = Start.AddHours(1).ToUnixTimeMilliseconds();

        var moved = clock.NotBefore(saved);

        Assert.InRange(moved, 3_000_000, 3_600_000);
        Assert.Equal(0, clock.NotBefore(saved));
        Assert.InRange(clock.NowMs - saved, 0, Slack);
    }

    [Fact]
    public void NowMs_AheadOfTheWallClock_RunsSlowerUntilThatHasCaughtUp()
    {
        var clock = Clock(new());
        clock.NotBefore(_time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds());

        _time.Skip(TimeSpan.FromHours(5));
        Assert.InRange(clock.NowMs - _time.GetUtcNow().AddMinutes(30).ToUnixTimeMilliseconds(), -Slack, 0);
        _time.Skip(TimeSpan.FromHours(6));
        Assert.InRange(clock.NowMs - _time.GetUtcNow().ToUnixTimeMilliseconds(), -Slack, 0);
    }

    [Fact]
    public void NotAfter_TakesBackNoMoreThanItIsAhead()
    {
        var clock = Clock(new());
        clock.NotBefore(_time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds());

        clock.NotAfter(_time.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds());

        Assert.InRange(clock.NowMs - _time.GetUtcNow().ToUnixTimeMilliseconds(), -1_000, 0);
    }

    [Fact]
    public void Until_ATimeToCome_IsRealTime()
    {
        var clock = Clock(new() { Start = Start, Speed = 60 });

        var left = clock.Until(Start.AddHours(60).ToUnixTimeMilliseconds());

        Assert.InRange(left, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        Assert.Equal(TimeSpan.Zero, clock.Until(0));
        Assert.Equal(TimeSpan.MaxValue, clock.Until(long.MaxValue));
    }

    private ServerClock Clock(ClockOptions options) => new(_time, Options.Create(options));
}
