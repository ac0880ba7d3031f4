using System.Collections.Immutable;
using CsvHelper;

namespace Router.CallLog;

/// <summary>Reads a call log of the bank's form (docs/replay.md), whole or not at all.</summary>
public static class CallLogReader
{
    /// <summary>The columns, in the order in which they must stand in the first line.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "date", "call_id", "line", "customer_id", "priority", "type", "vru_entry", "vru_time",
        "q_start", "q_time", "outcome", "ser_start", "ser_time", "server",
    ];

    private static readonly CsvReaderOptions Form = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
    };

    private const string NoServer = "NO_SERVER";
    private const string Seconds = " of seconds";
    private const int MostSeconds = 86_400;
    private const int HighestPriority = 2;

    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    private static readonly Dictionary<string, Outcome> Outcomes = new(StringComparer.Ordinal)
    {
        ["AGENT"] = Outcome.Agent,
        ["HANG"] = Outcome.Hang,
        ["PHANTOM"] = Outcome.Phantom,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its rows as they stand.</returns>
    /// <exception cref="MalformedLogException">A row is malformed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<CallRow> Read(string path)
    {
        using var text = new StreamReader(path);
        return Read(text, path);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The log.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <returns>Its rows as they stand.</returns>
    /// <exception cref="MalformedLogException">A row is malformed.</exception>
    public static IReadOnlyList<CallRow> Read(TextReader text, string file)
    {
        using var csv = CsvReader.Create(text, Form, leaveOpen: true);
        try
        {
            if (!csv.Read() || !Columns.SequenceEqual(csv.Current.ToArray()))
            {
                throw new MalformedLogException(file, 1, "", $"the first line may be '{string.Join(',', Columns)}'.");
            }

            var rows = new List<CallRow>();
            while (csv.Read())
            {
                rows.Add(RowOf(csv.Current.ToArray(), file, (int)csv.LineNumber));
            }

            return rows;
        }
        catch (CsvFormatException malformed)
        {
            throw new MalformedLogException(file, (int)malformed.LineNumber, "", malformed.Message);
        }
    }

    private static CallRow RowOf(string[] record, string file, int line)
    {
        if (record.Length != Columns.Length)
        {
            throw new MalformedLogException(
                file, line, "", $"{record.Length} columns: there may be {Columns.Length}, {string.Join(", ", Columns)}.");
        }

        var fields = new RowFields(file, line, record);
        var day = fields.Day("date");
        var menuEntry = day + fields.Time("vru_entry");
        var server = fields.Text("server");
        return new CallRow
        {
            FileLine = line,
            CallId = fields.Text("call_id"),
            Line = fields.Text("line"),
            CustomerId = fields.Text("customer_id"),
            Priority = fields.Number("priority", 0, HighestPriority, ""),
            Type = fields.OneOf("type", CallTypes.All.ToArray()),
            MenuEntry = menuEntry,
            MenuSeconds = fields.Number("vru_time", -MostSeconds, MostSeconds, Seconds),
            QueueStart = OnItsDay(day + fields.TimeIfAny("q_start"), menuEntry),
            QueueSeconds = fields.Number("q_time", 0, MostSeconds, Seconds),
            Outcome = Outcomes[fields.OneOf("outcome", Outcomes.Keys)],
            ServiceStart = OnItsDay(day + fields.TimeIfAny("ser_start"), menuEntry),
            ServiceSeconds = fields.Number("ser_time", 0, MostSeconds, Seconds),
            Server = server == NoServer ? null : server,
        };
    }

    // The date is that of the call; what the clock shows after midnight is of the next day.
    private static DateTimeOffset? OnItsDay(DateTimeOffset? time, DateTimeOffset menuEntry) =>
        menuEntry - time > HalfADay ? time + (HalfADay * 2) : time;
}
