using Router.Engine.Queries;

namespace Router.Server.Edge.Spoken;

/// <summary>Waits as people are told them: rounded up, so that less is promised and more delivered.</summary>
internal static class RoundedWait
{
    private const int SecondsPerMinute = 60;
    private const int FewMinutes = 5;

    /// <summary>What is left of the wait that a ticket is promised, from now on.</summary>
    /// <param name="place">Where it stands; its estimate is known.</param>
    /// <returns>Whole minutes: 1, 2, 3, 4, 5, then steps of 5.</returns>
    public static int MinutesLeft(WaitingPlace place) => Minutes(place.Estimate.PromiseSeconds - place.WaitedSeconds);

    /// <summary>A wait rounded up.</summary>
    /// <param name="seconds">The wait, seconds.</param>
    /// <returns>Whole minutes: 1, 2, 3, 4, 5, then steps of 5.</returns>
    public static int Minutes(int seconds)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(seconds / (double)SecondsPerMinute));
        return minutes <= FewMinutes ? minutes : (int)Math.Ceiling(minutes / (double)FewMinutes) * FewMinutes;
    }
}
