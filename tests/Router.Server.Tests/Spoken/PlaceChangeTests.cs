using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Edge.Tickets;

namespace Router.Server.Tests.Spoken;

/// <summary>Told were position 3 and waits of 200 s and 600 s, of which 0 s have passed: ten minutes are left.</summary>
public sealed class PlaceChangeTests
{
    private static readonly WaitingPlace Told = new(3, new Estimate(200, 600, Trust.Normal, 2), 0, 0);

    public static TheoryData<WaitingPlace?, bool> Changes() => new()
    {
        { Told, false },
        { null, true },
        { Told with { Position = 2 }, true },
        { Told with { OpensAt = 5 }, true },
        { Told with { Hearer = Hearer.Unknown with { MayBeCalledBack = true } }, true },
        { Told with { Estimate = Estimate.Unknown }, true },
        { Told with { Estimate = Told.Estimate with { Trust = Trust.Low } }, true },
        { Told with { Estimate = Told.Estimate with { MedianSeconds = 219 } }, false },
        { Told with { Estimate = Told.Estimate with { MedianSeconds = 220 } }, true },
        { Told with { Estimate = Told.Estimate with { PromiseSeconds = 541 } }, false },
        { Told with { Estimate = Told.Estimate with { PromiseSeconds = 540 } }, true },
        { Told with { Estimate = Told.Estimate with { PromiseSeconds = 601 } }, true },
        { Told with { Estimate = Told.Estimate with { PromiseSeconds = 610 }, WaitedSeconds = 10 }, false },
        { Told with { WaitedSeconds = 250 }, false },
        { Told with { WaitedSeconds = 300 }, true },
        { Told with { Estimate = Told.Estimate with { Ahead = 1, DrainMs = 7, OldestMs = 9 } }, false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Only_what_matters_to_who_waits_is_told(WaitingPlace? now, bool matters)
    {
        Assert.Equal(matters, PlaceChange.Matters(Told, now));
    }

    [Fact]
    public void The_first_place_is_told() => Assert.True(PlaceChange.Matters(null, Told));
}
