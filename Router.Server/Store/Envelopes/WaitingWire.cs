using Router.Engine.Queries;
using Router.Engine.Tickets;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>What a waiting customer is told, on the wire.</summary>
public static class WaitingWire
{
    /// <summary>A waiting ticket's place, or nothing when it does not wait.</summary>
    /// <param name="place">The place, or null.</param>
    public static Contract.WaitingTime? Of(WaitingPlace? place)
    {
        var waiting = place is null ? null : Of(place.Position, place.Estimate, place.OpensAt);
        waiting?.CallBackPossible = place!.Hearer.MayBeCalledBack;
        return waiting;
    }

    /// <summary>A place and a wait.</summary>
    /// <param name="position">1 is next.</param>
    /// <param name="estimate">The waits.</param>
    /// <param name="opensAt">When the queue opens, engine time in ms; 0 when it is open.</param>
    public static Contract.WaitingTime Of(int position, Estimate estimate, long opensAt = 0)
    {
        var waiting = new Contract.WaitingTime { Position = position, Confidence = ConfidenceOf(estimate.Trust), OpensAt = ProtoTime.TimeOrNone(opensAt) };
        if (estimate.Trust != Trust.Unknown)
        {
            waiting.Estimate = ProtoTime.Seconds(estimate.MedianSeconds);
            waiting.Promise = ProtoTime.Seconds(estimate.PromiseSeconds);
        }

        return waiting;
    }

    private static Contract.Confidence ConfidenceOf(Trust trust) => trust switch
    {
        Trust.Low => Contract.Confidence.Low,
        Trust.Normal => Contract.Confidence.Normal,
        _ => Contract.Confidence.Unknown,
    };
}
