using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>The table on top: each queue, and all queues.</summary>
internal static class SummaryTable
{
    /// <summary>Draws it.</summary>
    /// <param name="series">The series.</param>
    public static string Draw(IReadOnlyList<ReportSeries> series)
    {
        var table = new SeriesTable("Queue", "9 of 10 within", series);
        var queues = Report.QueueNames(series).ToList();
        foreach (var queue in queues)
        {
            table.Add(queue, figures => figures.Queues.GetValueOrDefault(queue) is { } found
                ? (found.Sum, FigureText.Time(found.WaitPercentileSeconds(90)))
                : (new IntervalFigures(), ""));
        }

        if (queues.Count != 1)
        {
            table.Add("All queues", figures => (figures.Sum, ""), isAll: true);
        }

        return table.End();
    }
}
