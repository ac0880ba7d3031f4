using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>All queues day by day, where a report is of several days.</summary>
internal static class DayTable
{
    /// <summary>Draws it; nothing for a single day.</summary>
    /// <param name="axis">The time.</param>
    /// <param name="series">The series.</param>
    public static string Draw(TimeAxis axis, IReadOnlyList<ReportSeries> series)
    {
        var days = axis.Days;
        if (days.Count < 2)
        {
            return "";
        }

        var table = new SeriesTable("Day", "Occupancy", series);
        foreach (var (label, first, count) in days)
        {
            table.Add(label, figures => (
                IntervalFigures.Sum(figures.Queues.Values.SelectMany(queue => queue.Intervals.Skip(first).Take(count))),
                FigureText.Percent(figures.OccupancyPercentOf(first, count))));
        }

        return $"<section class='days'><h2>Day by day</h2>{table.End()}</section>\n";
    }
}
