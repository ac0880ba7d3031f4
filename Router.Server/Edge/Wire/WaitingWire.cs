using Router.Engine.Queries;
using Router.Engine.Tickets;

namespace Router.Server.Edge.Wire;

/// <summary>What a waiting customer is told, on the wire.</summary>
internal static class WaitingWire
{
    /// <summary>A waiting ticket's place, or nothing when it does not wait.</summary>
    /// <param name="place">The place, or null.</param>
    public static V1.WaitingTime? Of(WaitingPlace? place) => place is null ? null : Of(place.Position, place.Estimate);

    /// <summary>A place and a wait.</summary>
    /// <param name="position">1 is next.</param>
    /// <param name="estimate">The waits.</param>
    public static V1.WaitingTime Of(int position, Estimate estimate)
    {
        var waiting = new V1.WaitingTime { Position = position, Confidence = ConfidenceOf(estimate.Trust) };
        if (estimate.Trust != Trust.Unknown)
        {
            waiting.Estimate = Times.Seconds(estimate.MedianSeconds);
            waiting.Promise = Times.Seconds(estimate.PromiseSeconds);
        }

        return waiting;
    }

    private static V1.Confidence ConfidenceOf(Trust trust) => trust switch
    {
        Trust.Low => V1.Confidence.Low,
        Trust.Normal => V1.Confidence.Normal,
        _ => V1.Confidence.Unknown,
    };
}
