using System.Text;

namespace Router.Simulator.Reports;

/// <summary>A report for a manager: one HTML page that needs nothing else and can be printed, and the same figures as JSON.</summary>
public static class Report
{
    /// <summary>The page.</summary>
    /// <param name="title">What was simulated.</param>
    /// <param name="words">What there is to say of it, in lines.</param>
    /// <param name="series">One, or several to be compared; the first is what the others are compared with.</param>
    /// <param name="zone">The time zone of its clock; UTC when null.</param>
    public static string Html(string title, IEnumerable<string> words, IReadOnlyList<ReportSeries> series, TimeZoneInfo? zone = null)
    {
        var axis = new TimeAxis(series, zone ?? TimeZoneInfo.Utc);
        var page = new StringBuilder(PageText.Head(title));
        page.Append(PageText.Opening(title, axis, words, series));
        page.Append(SummaryTable.Draw(series));
        page.Append(DayTable.Draw(axis, series));
        page.Append(PageText.Agents(axis, series));
        foreach (var queue in QueueNames(series))
        {
            page.Append(QueueSection.Draw(queue, axis, series));
        }

        return page.Append(PageText.Closing()).ToString();
    }

    /// <summary>The same figures as JSON: a list with one object for each series.</summary>
    /// <param name="series">The series.</param>
    public static string Json(IReadOnlyList<ReportSeries> series) => FigureJson.Of(series);

    /// <summary>Writes both into files.</summary>
    /// <param name="path">The HTML file; the other has the ending <c>.json</c>.</param>
    /// <param name="title">What was simulated.</param>
    /// <param name="words">What there is to say of it, in lines.</param>
    /// <param name="series">One, or several to be compared.</param>
    /// <param name="zone">The time zone of its clock; UTC when null.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Write(string path, string title, IEnumerable<string> words, IReadOnlyList<ReportSeries> series, TimeZoneInfo? zone = null)
    {
        File.WriteAllText(path, Html(title, words, series, zone));
        File.WriteAllText(Path.ChangeExtension(path, ".json"), Json(series));
    }

    /// <summary>The queues that any ticket came to, by name.</summary>
    /// <param name="series">The series.</param>
    internal static IEnumerable<string> QueueNames(IReadOnlyList<ReportSeries> series) => series
        .SelectMany(one => one.Figures.Queues)
        .Where(queue => queue.Value.Sum is { Entered: > 0 } or { Refused: > 0 } or { Overflowed: > 0 })
        .Select(queue => queue.Key)
        .Distinct()
        .Order(StringComparer.Ordinal);
}
