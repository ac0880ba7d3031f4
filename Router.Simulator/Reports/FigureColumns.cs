using Router.Simulator.Counting;

namespace Router.Simulator.Reports;

/// <summary>The columns that all tables of a report have.</summary>
internal static class FigureColumns
{
    /// <summary>Their heads, and what stands in them; counts are of one of the days or runs that were added up.</summary>
    public static readonly (string Head, Func<IntervalFigures, int, string> Text)[] All =
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

    /// <summary>A row of them.</summary>
    /// <param name="sum">The figures.</param>
    /// <param name="parts">How many days or runs they are of.</param>
    public static string Cells(IntervalFigures sum, int parts) => string.Concat(All.Select(column => $"<td>{column.Text(sum, parts)}</td>"));
}
