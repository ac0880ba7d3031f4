using System.Net;
using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>The charts of one queue.</summary>
internal static class QueueSection
{
    private const double MostPercent = 100;

    /// <summary>Draws them.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="axis">The time.</param>
    /// <param name="series">The series.</param>
    public static string Draw(string queue, TimeAxis axis, IReadOnlyList<ReportSeries> series)
    {
        var waits = Unit(series, queue);
        return $"<section><h2>{WebUtility.HtmlEncode(queue)}</h2><div class='charts'>"
            + Chart("Tickets that entered", figures => (double)figures.Entered / series[0].Figures.Parts)
            + ChartOf("In agents' hands, on average", (figures, count) => figures.BusyMs / series[0].Figures.LengthMs(count))
            + Chart($"Mean wait of those answered, {waits.Name}", figures => figures.MeanWaitSeconds / waits.Seconds)
            + Chart("Service level, %", figures => figures.ServiceLevelPercent, MostPercent)
            + Chart("Given up, %", figures => figures.AbandonedPercent)
            + Chart("Promises kept, %", figures => figures.KeptPercent, MostPercent)
            + "</div></section>";

        string Chart(string title, Func<IntervalFigures, double?> figure, double? most = null) => ChartOf(title, (figures, _) => figure(figures), most);

        string ChartOf(string title, Func<IntervalFigures, int, double?> figure, double? most = null) => LineChart.Draw(
            title,
            axis,
            [.. series.Select(one => one.Figures.Queues.GetValueOrDefault(queue)).Select(found => found is null ? [] : axis.Curve((first, count) =>
                figure(IntervalFigures.Sum(found.Intervals.Skip(first).Take(count)), count)))],
            most);
    }

    // Letters wait for hours, calls for seconds.
    private static (string Name, double Seconds) Unit(IReadOnlyList<ReportSeries> series, string queue) =>
        series.Max(one => one.Figures.Queues.GetValueOrDefault(queue)?.Sum.MeanWaitSeconds ?? 0) switch
        {
            >= 3_600 => ("hours", 3_600),
            >= 300 => ("minutes", 60),
            _ => ("seconds", 1),
        };
}
