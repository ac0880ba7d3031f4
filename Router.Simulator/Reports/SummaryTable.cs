using System.Net;
using System.Text;
using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>The table on top: a row for each queue and series, and for all queues.</summary>
internal static class SummaryTable
{
    private const string AllQueues = "All queues";

    private const string Percentile = "9 of 10 within";

    /// <summary>Draws it.</summary>
    /// <param name="series">The series.</param>
    public static string Draw(IReadOnlyList<ReportSeries> series)
    {
        var table = new StringBuilder("<div class='wide'><table><thead><tr><th>Queue</th>");
        if (series.Count > 1)
        {
            table.Append("<th></th>");
        }

        table.AppendJoin("", FigureColumns.All.Select(column => $"<th>{column.Head}</th>")).Append($"<th>{Percentile}</th></tr></thead>");
        var queues = Report.QueueNames(series).ToList();
        foreach (var queue in queues)
        {
            AppendRows(table, queue, series, one => one.Figures.Queues.GetValueOrDefault(queue));
        }

        if (queues.Count != 1)
        {
            AppendRows(table, null, series, _ => null);
        }

        return table.Append("</table></div>").ToString();
    }

    private static void AppendRows(StringBuilder table, string? queue, IReadOnlyList<ReportSeries> series, Func<ReportSeries, QueueFigures?> figures)
    {
        table.Append(queue is null ? "<tbody class='all'>" : "<tbody>");
        for (var number = 0; number < series.Count; number++)
        {
            var i = number;
            table.Append("<tr>");
            if (i == 0)
            {
                table.Append($"<th rowspan='{series.Count}'>{WebUtility.HtmlEncode(queue ?? AllQueues)}</th>");
            }

            if (series.Count > 1)
            {
                table.Append($"<td class='label s{i}'>{WebUtility.HtmlEncode(series[i].Label)}</td>");
            }

            var found = figures(series[i]);
            var sum = queue is null ? series[i].Figures.Sum : found?.Sum ?? new IntervalFigures();
            table.Append(FigureColumns.Cells(sum, series[i].Figures.Parts));
            table.Append($"<td>{(found is null ? "" : FigureText.Time(found.WaitPercentileSeconds(90)))}</td></tr>");
        }

        table.Append("</tbody>");
    }
}
