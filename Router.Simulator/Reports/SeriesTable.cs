using System.Net;
using System.Text;
using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>A table of a report: of whatever a row is about it has a line for each series, with the same columns in every table.</summary>
internal sealed class SeriesTable
{
    // Counts are of one of the days or runs that were added up.
    private static readonly (string Head, Func<IntervalFigures, int, string> Text)[] Columns =
    [
        ("Entered", (sum, parts) => FigureText.Count((double)sum.Entered / parts)),
        ("Answered", (sum, parts) => FigureText.Count((double)sum.Answered / parts)),
        ("Service level", (sum, _) => FigureText.Percent(sum.ServiceLevelPercent)),
        ("Given up", (sum, _) => FigureText.Percent(sum.AbandonedPercent)),
        ("Turned away", (sum, parts) => FigureText.Count((double)sum.Refused / parts)),
        ("Declined", (sum, parts) => FigureText.Count((double)sum.Declined / parts)),
        ("Missed", (sum, parts) => FigureText.Count((double)sum.Missed / parts)),
        ("Handle time", (sum, _) => FigureText.Time(sum.MeanHandleSeconds)),
        ("Promises kept", (sum, _) => FigureText.Percent(sum.KeptPercent)),
        ("Mean wait", (sum, _) => FigureText.Time(sum.MeanWaitSeconds)),
        ("Longest wait", (sum, _) => FigureText.Time(sum.Answered > 0 ? sum.LongestWaitMs / 1_000.0 : null)),
    ];

    private readonly IReadOnlyList<ReportSeries> _series;
    private readonly StringBuilder _html;

    /// <summary>Begins one.</summary>
    /// <param name="about">The head of what the rows are about.</param>
    /// <param name="last">The head of the last column, which this table has alone.</param>
    /// <param name="series">The series.</param>
    public SeriesTable(string about, string last, IReadOnlyList<ReportSeries> series)
    {
        _series = series;
        _html = new StringBuilder($"<div class='wide'><table><thead><tr><th>{about}</th>{(series.Count > 1 ? "<th></th>" : "")}")
            .AppendJoin("", Columns.Select(column => $"<th>{column.Head}</th>"))
            .Append($"<th>{last}</th></tr></thead>");
    }

    /// <summary>Adds a row.</summary>
    /// <param name="about">What it is about.</param>
    /// <param name="figures">The figures of a series, and what stands in the last column.</param>
    /// <param name="isAll">It adds the others up.</param>
    public void Add(string about, Func<RunFigures, (IntervalFigures Sum, string Last)> figures, bool isAll = false)
    {
        _html.Append(isAll ? "<tbody class='all'>" : "<tbody>");
        for (var i = 0; i < _series.Count; i++)
        {
            var one = _series[i];
            var (sum, last) = figures(one.Figures);
            _html.Append("<tr>")
                .Append(i == 0 ? $"<th rowspan='{_series.Count}'>{WebUtility.HtmlEncode(about)}</th>" : "")
                .Append(_series.Count > 1 ? $"<td class='label s{i}'>{WebUtility.HtmlEncode(one.Label)}</td>" : "")
                .AppendJoin("", Columns.Select(column => $"<td>{column.Text(sum, one.Figures.Parts)}</td>"))
                .Append($"<td>{last}</td></tr>");
        }

        _html.Append("</tbody>");
    }

    /// <summary>Ends it.</summary>
    /// <returns>All of it.</returns>
    public string End() => _html.Append("</table></div>").ToString();
}
