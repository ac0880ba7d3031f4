using System.Net;
using System.Text;
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

        var table = new StringBuilder($"<section class='days'><h2>Day by day</h2><div class='wide'><table><thead><tr><th>Day</th>{(series.Count > 1 ? "<th></th>" : "")}");
        table.AppendJoin("", FigureColumns.All.Select(column => $"<th>{column.Head}</th>")).Append("<th>Occupancy</th></tr></thead>");
        foreach (var (label, first, count) in days)
        {
            table.Append("<tbody>");
            for (var i = 0; i < series.Count; i++)
            {
                var figures = series[i].Figures;
                table.Append("<tr>")
                    .Append(i == 0 ? $"<th rowspan='{series.Count}'>{label}</th>" : "")
                    .Append(series.Count > 1 ? $"<td class='label s{i}'>{WebUtility.HtmlEncode(series[i].Label)}</td>" : "")
                    .Append(FigureColumns.Cells(IntervalFigures.Sum(figures.Queues.Values.SelectMany(q => q.Intervals.Skip(first).Take(count))), figures.Parts))
                    .Append($"<td>{FigureText.Percent(figures.OccupancyPercentOf(first, count))}</td></tr>");
            }

            table.Append("</tbody>");
        }

        return table.Append("</table></div></section>\n").ToString();
    }
}
