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
            using var csv = CsvReader.FromFile(path);
            var calls = new List<LoggedCall>();
            while (csv.Read())
            {
                var entry = DateTimeOffset.Parse(
                    $"{csv.GetString("date")} {csv.GetString("vru_entry")}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
                var reached = csv.GetString("outcome") == "AGENT" || (csv.GetString("outcome") == "HANG" && csv.GetString("q_time") != "0");
                calls.Add(new LoggedCall(entry, $"{csv.GetString("date")}/{csv.GetString("line")}/{csv.GetString("call_id")}", reached));
            }

            return calls;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException or CsvFormatException or KeyNotFoundException)
        {
            throw new CommandException($"The checker cannot read the log {path}: {unreadable.Message}", unreadable);
        }
    }
}
