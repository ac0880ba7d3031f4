using Router.AgentClient.Connection;

namespace Router.Clients.Tests.AgentClient;

public sealed class ServerTimeTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Countdown_FollowsTheSpeedOfTheServersClock()
    {
        var clock = ServerTime.FirstSeen(_time, Told.Noon, _time.GetTimestamp(), 60);

        Assert.Equal(TimeSpan.FromSeconds(20), clock.Until(Told.Noon.AddMinutes(20)));
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Told.Noon.AddMinutes(15), clock.Now);
        Assert.Equal(TimeSpan.FromSeconds(5), clock.Until(Told.Noon.AddMinutes(20)));
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(TimeSpan.Zero, clock.Until(Told.Noon.AddMinutes(20)));
    }

    [Fact]
    public void FirstSeen_CountsHalfTheWay()
    {
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Told.Noon.AddSeconds(10), ServerTime.FirstSeen(_time, Told.Noon, asked, 10).Now);
    }

    [Fact]
    public void SeenAgain_SlowAnswerThatProvesNothing_LeavesTheClock()
    {
        var clock = ServerTime.FirstSeen(_time, Told.Noon, _time.GetTimestamp(), 1);
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Same(clock, clock.SeenAgain(Told.Noon.AddSeconds(1), asked));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(-10, -9)]
    public void SeenAgain_ClockThatIsProvedWrong_IsMovedByNoMoreThanThat(int shownSeconds, int expectedSeconds)
    {
        var clock = ServerTime.FirstSeen(_time, Told.Noon, _time.GetTimestamp(), 1);
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Told.Noon.AddSeconds(expectedSeconds), clock.SeenAgain(Told.Noon.AddSeconds(shownSeconds), asked).Now);
    }

    [Fact]
    public void Speed_NotTold_IsRealTime() => Assert.Equal(1, ServerTime.FirstSeen(_time, Told.Noon, _time.GetTimestamp(), 0).Speed);
}
