using Router.Cli.Replay;

namespace Router.Clients.Tests.Cli;

public sealed class ReplayClockTests
{
    [Theory]
    [InlineData("09:58:00", 60, "00:00:00")]
    [InlineData("09:00:00", 60, "00:00:00")]
    [InlineData("09:59:58", 1, "00:00:00")]
    [InlineData("09:58:01", 60, "00:00:01")]
    [InlineData("10:07:00", 60, "00:09:00")]
    [InlineData("08:59:59", 60, "-00:58:01")]
    [InlineData("09:58:59", 1, "-00:00:59")]
    public void ShiftOf_LogThatBeginsSoon_IsZeroElseToTheServersNow(string now, double speed, string shift) =>
        Assert.Equal(shift, ReplayClock.ShiftOf(DemoLog.At("10:00:00"), DemoLog.At(now), speed).ToString("c"));
}
