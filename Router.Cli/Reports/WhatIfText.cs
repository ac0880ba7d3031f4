using System.Globalization;
using Router.V1;

namespace Router.Cli.Reports;

/// <summary>What would have been, as a table.</summary>
internal static class WhatIfText
{
    /// <summary>Writes it: for each queue how it was, how the simulation has that, and how it would have been.</summary>
    /// <param name="output">Where.</param>
    /// <param name="answer">The server's answer.</param>
    public static void Write(TextWriter output, WhatIfResponse answer)
    {
        output.WriteLine(Line("queue", "", "entered", "answered", "declined", "missed", "given up", "in time %", "wait s"));
        var queues = answer.Recorded.Concat(answer.Replayed).Concat(answer.Simulated).Select(row => row.Queue).Distinct()
            .OrderBy(name => name.Length == 0).ThenBy(name => name, StringComparer.Ordinal);
        foreach (var queue in queues)
        {
            Write(output, queue, "recorded", answer.Recorded);
            Write(output, queue, "replayed", answer.Replayed);
            Write(output, queue, "changed", answer.Simulated);
        }
    }

    private static void Write(TextWriter output, string queue, string label, IEnumerable<StatisticsRow> rows)
    {
        var row = rows.FirstOrDefault(row => row.Queue == queue) ?? new StatisticsRow();
        output.WriteLine(Line(
            label != "recorded" ? "" : queue.Length > 0 ? queue : "all",
            label,
            Text(row.Entered),
            Text(row.Answered),
            Text(row.Declined),
            Text(row.Missed),
            Text(row.Abandoned + row.AbandonedShort),
            row.HasSlExcludingShort ? (100 * row.SlExcludingShort).ToString("0.0", CultureInfo.InvariantCulture) : "-",
            row.Answered > 0 ? row.SpeedOfAnswer.Average.ToTimeSpan().TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "-"));
    }

    private static string Line(string queue, string label, string entered, string answered, string declined, string missed, string gaveUp, string inTime, string wait) =>
        $"{queue,-20} {label,-10} {entered,8} {answered,9} {declined,9} {missed,7} {gaveUp,9} {inTime,9} {wait,8}";

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
