using System.Globalization;
using CsvHelper;
using Google.Protobuf.WellKnownTypes;
using Router.V1;

namespace Router.Cli.Reports;

/// <summary>Statistics of tickets as CSV: names as in <c>supervisors.proto</c>, times in seconds, an empty field where nothing is known.</summary>
internal static class StatisticsCsv
{
    private static readonly CsvWriterOptions Form = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    private static readonly (string Name, Func<StatisticsRow, object?> Of)[] Columns =
    [
        ("from", r => Time(r.From)),
        ("until", r => Time(r.Until)),
        ("queue", r => r.Queue),
        ("channel", r => r.Channel),
        ("language", r => r.Language),
        ("entered", r => r.Entered),
        ("offers_made", r => r.OffersMade),
        ("answered", r => r.Answered),
        ("declined", r => r.Declined),
        ("missed", r => r.Missed),
        ("completed", r => r.Completed),
        ("abandoned", r => r.Abandoned),
        ("abandoned_short", r => r.AbandonedShort),
        ("cancelled", r => r.Cancelled),
        ("expired", r => r.Expired),
        ("overflowed", r => r.Overflowed),
        ("called_back", r => r.CalledBack),
        ("transferred_in", r => r.TransferredIn),
        ("transferred_out", r => r.TransferredOut),
        ("consulted", r => r.Consulted),
        ("sl_answered", r => r.HasSlAnswered ? r.SlAnswered : null),
        ("sl_entered", r => r.HasSlEntered ? r.SlEntered : null),
        ("sl_excluding_short", r => r.HasSlExcludingShort ? r.SlExcludingShort : null),
        ("sl_abandons_in_time_good", r => r.HasSlAbandonsInTimeGood ? r.SlAbandonsInTimeGood : null),
        .. Spread("speed_of_answer", r => r.SpeedOfAnswer),
        .. Spread("handle_time", r => r.HandleTime),
        .. Spread("wait", r => r.Wait),
        .. Spread("time_to_abandon", r => r.TimeToAbandon),
        ("promises_judged", r => r.PromisesJudged),
        ("promises_kept", r => r.PromisesKept),
    ];

    /// <summary>Writes a line of names and a line for each row.</summary>
    /// <param name="output">Where.</param>
    /// <param name="rows">The rows.</param>
    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<StatisticsRow> rows)
    {
        await using var csv = Open(output);
        await using var each = rows.GetAsyncEnumerator();
        // Before anything is written: who is refused prints nothing.
        var isThere = await each.MoveNextAsync();
        foreach (var (name, _) in Columns)
        {
            csv.WriteField(name);
        }

        await csv.EndRecordAsync(CancellationToken.None);
        for (; isThere; isThere = await each.MoveNextAsync())
        {
            foreach (var (_, of) in Columns)
            {
                csv.WriteField(of(each.Current));
            }

            await csv.EndRecordAsync(CancellationToken.None);
        }
    }

    /// <summary>Writes CSV as programs and spreadsheets read it: a name that begins like a formula is none.</summary>
    /// <param name="output">Where; stays open.</param>
    public static CsvWriter Open(TextWriter output) => CsvWriter.Create(output, Form, leaveOpen: true);

    /// <summary>Seconds.</summary>
    /// <param name="time">The time, or null for none.</param>
    public static double? Seconds(Duration? time) => time?.ToTimeSpan().TotalSeconds;

    private static (string Name, Func<StatisticsRow, object?> Of)[] Spread(string name, Func<StatisticsRow, Distribution> of) =>
    [
        ($"{name}_count", r => of(r).Count),
        ($"{name}_average", r => IfAny(of(r), d => d.Average)),
        ($"{name}_p50", r => IfAny(of(r), d => d.P50)),
        ($"{name}_p90", r => IfAny(of(r), d => d.P90)),
        ($"{name}_p99", r => IfAny(of(r), d => d.P99)),
    ];

    private static double? IfAny(Distribution spread, Func<Distribution, Duration> of) => spread.Count > 0 ? Seconds(of(spread)) : null;

    private static string Time(Timestamp time) => time.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
