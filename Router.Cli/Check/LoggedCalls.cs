using System.Globalization;
using CsvHelper;
using Router.Cli.Connection;

namespace Router.Cli.Check;

/// <summary>
/// What a call log must have become, read by the checker itself: what the replay read or counted is not trusted here.
/// </summary>
internal static class LoggedCalls
{
    /// <summary>Reads a log. Who was served reached the queue, and who hung up after some time in it.</summary>
    /// <param name="path">The log.</param>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static IReadOnlyList<LoggedCall> Read(string path)
    {
        try
        {
            using var text = new StreamReader(path);
            using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            var calls = new List<LoggedCall>();
            while (csv.Read())
            {
                var entry = DateTimeOffset.Parse(
                    $"{csv.GetField("date")}T{csv.GetField("vru_entry")}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
                var reached = csv.GetField("outcome") == "AGENT" || (csv.GetField("outcome") == "HANG" && csv.GetField<int>("q_time") > 0);
                calls.Add(new LoggedCall(entry, $"{csv.GetField("date")}/{csv.GetField("line")}/{csv.GetField("call_id")}", reached));
            }

            return calls;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException or CsvHelperException)
        {
            throw new CommandException($"The checker cannot read the log {path}: {unreadable.Message}", unreadable);
        }
    }
}
