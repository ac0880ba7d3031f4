using Google.Protobuf.WellKnownTypes;
using Router.Server.Store.Envelopes;
using Router.Server.WhatIf;
using Router.Simulator.Counting;

namespace Router.Server.Edge.Reports;

/// <summary>Figures of simulations on the wire.</summary>
internal static class WhatIfWire
{
    /// <summary>A row for each queue to which anything came, and one for all.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="question">What was asked.</param>
    public static IEnumerable<V1.StatisticsRow> Rows(RunFigures figures, WhatIfQuestion question) => figures.Queues
        .Select(queue => (Name: queue.Key, queue.Value.Sum, Queue: (QueueFigures?)queue.Value))
        .Where(queue => queue.Sum is { Entered: > 0 } or { Overflowed: > 0 } or { Refused: > 0 })
        .Append((Name: "", figures.Sum, Queue: null))
        .Select(queue => Row(queue.Name, queue.Sum, queue.Queue, question));

    private static V1.StatisticsRow Row(string name, IntervalFigures sum, QueueFigures? queue, WhatIfQuestion question)
    {
        var row = new V1.StatisticsRow
        {
            Queue = name,
            From = ProtoTime.Time(question.From),
            Until = ProtoTime.Time(question.Until),
            Entered = sum.Entered,
            Answered = sum.Answered,
            Completed = sum.Completed,
            Abandoned = sum.Abandoned,
            AbandonedShort = sum.AbandonedShort,
            Expired = sum.Lost,
            Overflowed = sum.Overflowed,
            Declined = sum.Declined,
            Missed = sum.Missed,
            SpeedOfAnswer = Distribution(sum.Answered, sum.MeanWaitSeconds, queue),
            HandleTime = Distribution(sum.Completed, sum.MeanHandleSeconds, null),
            PromisesJudged = sum.Promised,
            PromisesKept = sum.Kept,
        };
        if (sum.Answered > 0)
        {
            row.SlAnswered = (double)sum.InTime / sum.Answered;
        }

        if (sum.Entered > 0)
        {
            row.SlEntered = (double)sum.InTime / sum.Entered;
        }

        if (sum.ServiceLevelPercent is { } level)
        {
            row.SlExcludingShort = level / 100;
        }

        return row;
    }

    private static V1.Distribution Distribution(int count, double? meanSeconds, QueueFigures? queue) => new()
    {
        Count = count,
        Average = Length(meanSeconds ?? 0),
        P50 = Percentile(queue, 50),
        P90 = Percentile(queue, 90),
        P99 = Percentile(queue, 99),
    };

    private static Duration? Percentile(QueueFigures? queue, double percent) =>
        queue?.WaitPercentileSeconds(percent) is { } seconds ? Length(seconds) : null;

    private static Duration Length(double seconds) => ProtoTime.Length((long)Math.Round(seconds * 1_000));
}
