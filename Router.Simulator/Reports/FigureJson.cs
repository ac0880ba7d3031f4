using System.Text.Json;
using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>Figures as JSON.</summary>
public static class FigureJson
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Series with all their intervals.</summary>
    /// <param name="series">The series.</param>
    public static string Of(IReadOnlyList<ReportSeries> series) => JsonSerializer.Serialize(
        series.Select(one => new
        {
            Name = one.Label,
            From = DateTimeOffset.FromUnixTimeMilliseconds(one.Figures.From),
            RunFigures.IntervalMinutes,
            one.Figures.Parts,
            one.Figures.Unfinished,
            one.Figures.OccupancyPercent,
            OccupancyPercentByInterval = Enumerable.Range(0, one.Figures.Intervals).Select(i => one.Figures.OccupancyPercentOf(i, 1)),
            AgentsByInterval = Enumerable.Range(0, one.Figures.Intervals).Select(i => Math.Round(one.Figures.AgentsOf(i, 1), 2)),
            Queues = one.Figures.Queues.ToDictionary(
                queue => queue.Key,
                queue => new { Sum = SumOf(queue.Value.Sum, queue.Value), queue.Value.Intervals }),
        }),
        Form);

    /// <summary>The sums of one queue, or of all.</summary>
    /// <param name="sum">Its intervals together.</param>
    /// <param name="queue">The queue, or null for all.</param>
    public static object SumOf(IntervalFigures sum, QueueFigures? queue) => new
    {
        sum.Entered,
        sum.Answered,
        sum.Abandoned,
        sum.AbandonedShort,
        sum.Lost,
        sum.Refused,
        sum.Overflowed,
        sum.Declined,
        sum.Missed,
        sum.Completed,
        ServiceLevelPercent = Rounded(sum.ServiceLevelPercent),
        AbandonedPercent = Rounded(sum.AbandonedPercent),
        MeanWaitSeconds = Rounded(sum.MeanWaitSeconds),
        P90WaitSeconds = Rounded(queue?.WaitPercentileSeconds(90)),
        LongestWaitSeconds = Rounded(sum.Answered > 0 ? sum.LongestWaitMs / 1_000.0 : null),
        MeanHandleSeconds = Rounded(sum.MeanHandleSeconds),
        PromisesKeptPercent = Rounded(sum.KeptPercent),
    };

    private static double? Rounded(double? figure) => figure is { } number ? Math.Round(number, 2) : null;
}
