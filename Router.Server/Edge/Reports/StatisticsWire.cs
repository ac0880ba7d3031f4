using Router.Server.Statistics;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Reports;

/// <summary>Statistics on the wire.</summary>
internal static class StatisticsWire
{
    /// <summary>A row.</summary>
    /// <param name="key">Its queue, channel and language.</param>
    /// <param name="tally">What was counted.</param>
    /// <param name="from">The beginning of its time, ms.</param>
    /// <param name="until">Its end, ms.</param>
    public static V1.StatisticsRow Of(TallyKey key, Tally tally, long from, long until)
    {
        var row = new V1.StatisticsRow
        {
            Queue = key.Name,
            Channel = key.Channel,
            Language = key.Language,
            From = ProtoTime.Time(from),
            Until = ProtoTime.Time(until),
            Entered = tally[Figure.Entered],
            OffersMade = tally[Figure.OffersMade],
            Answered = tally[Figure.Answered],
            Declined = tally[Figure.Declined],
            Missed = tally[Figure.Missed],
            Completed = tally[Figure.Completed],
            Abandoned = tally[Figure.Abandoned],
            AbandonedShort = tally[Figure.AbandonedShort],
            Cancelled = tally[Figure.Cancelled],
            Expired = tally[Figure.Expired],
            Overflowed = tally[Figure.Overflowed],
            CalledBack = tally[Figure.CalledBack],
            TransferredIn = tally[Figure.TransferredIn],
            TransferredOut = tally[Figure.TransferredOut],
            Consulted = tally[Figure.Consulted],
            SpeedOfAnswer = Of(Spread.Of(tally, Measure.SpeedOfAnswer)),
            HandleTime = Of(Spread.Of(tally, Measure.HandleTime)),
            Wait = Of(Spread.Of(tally, Measure.Wait)),
            PromisesJudged = tally[Figure.PromisesJudged],
            PromisesKept = tally[Figure.PromisesKept],
            TimeToAbandon = Of(Spread.Of(tally, Measure.TimeToAbandon)),
        };
        Set(ServiceLevels.Answered(tally), level => row.SlAnswered = level);
        Set(ServiceLevels.Entered(tally), level => row.SlEntered = level);
        Set(ServiceLevels.ExcludingShort(tally), level => row.SlExcludingShort = level);
        Set(ServiceLevels.AbandonsInTimeGood(tally), level => row.SlAbandonsInTimeGood = level);
        return row;
    }

    private static V1.Distribution Of(Spread spread) => new()
    {
        Count = spread.Count,
        Average = ProtoTime.Length(spread.Average),
        P50 = ProtoTime.Length(spread.P50),
        P90 = ProtoTime.Length(spread.P90),
        P99 = ProtoTime.Length(spread.P99),
    };

    private static void Set(double? level, Action<double> set)
    {
        if (level is { } known)
        {
            set(known);
        }
    }
}
