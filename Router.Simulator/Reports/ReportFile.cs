using System.Net;
using System.Text.Json;

namespace Router.Simulator.Reports;

/// <summary>A report for a manager: one HTML file that needs nothing else, and the same figures as JSON beside it.</summary>
internal static class ReportFile
{
    private const string Head = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Simulation</title>
        <style>
        body{font:16px/1.5 system-ui,sans-serif;max-width:780px;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
        figure{margin:1.5rem 0}figcaption{font-weight:600}svg{width:100%;font-size:11px}svg text{fill:#57606a}
        path{fill:none;stroke-width:2}.grid{stroke:#d0d7de;stroke-width:1}ul{display:flex;gap:1.5rem;padding:0;margin:0;list-style:none}
        pre{white-space:pre-wrap;background:#f6f8fa;padding:1rem}
        </style>
        """;

    /// <summary>Writes both.</summary>
    /// <param name="path">The HTML file; the other has the ending <c>.json</c>.</param>
    /// <param name="title">What was simulated.</param>
    /// <param name="words">What came of it, in lines.</param>
    /// <param name="ways">What is compared.</param>
    public static void Write(string path, string title, IEnumerable<string> words, IReadOnlyList<DayReport> ways)
    {
        var charts = ways.SelectMany(way => way.Queues.Keys).Distinct().Order(StringComparer.Ordinal).Select(queue => OfQueue(queue, ways));
        var occupancy = LineChart.Draw(
            "Occupancy of agents, %",
            [.. ways.Select(way => (way.Name, (IReadOnlyList<double?>)[.. Enumerable.Range(0, DayReport.Intervals).Select(way.Occupancy)]))]);
        File.WriteAllText(
            path,
            $"{Head}<h1>{WebUtility.HtmlEncode(title)}</h1><pre>{WebUtility.HtmlEncode(string.Join('\n', words))}</pre>{string.Concat(charts)}{occupancy}</html>\n");
        File.WriteAllText(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(ways.Select(way => new
        {
            way.Name,
            IntervalMinutes = DayReport.IntervalMinutes,
            way.Queues,
            OccupancyPercent = Enumerable.Range(0, DayReport.Intervals).Select(way.Occupancy),
        })));
    }

    private static string OfQueue(string queue, IReadOnlyList<DayReport> ways)
    {
        return $"<h2>Queue {WebUtility.HtmlEncode(queue)}</h2>"
            + Chart("Tickets that entered", f => f.Entered)
            + Chart("Mean wait of those answered, s", f => f.MeanWait)
            + Chart($"Service level: answered within {IntervalFigures.InTimeSeconds} s, % of those that entered", f => f.ServiceLevel)
            + Chart("Given up, % of those that entered", f => f.AbandonedPercent)
            + Chart("Promises kept, %", f => f.KeptPercent);

        string Chart(string title, Func<IntervalFigures, double?> figure) => LineChart.Draw(
            title,
            [.. ways.Where(way => way.Queues.ContainsKey(queue)).Select(way => (way.Name, (IReadOnlyList<double?>)[.. way.Queues[queue].Select(figure)]))]);
    }
}
