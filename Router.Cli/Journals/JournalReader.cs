using System.Text.Json;
using Router.Cli.Connection;

namespace Router.Cli.Journals;

/// <summary>Reads journals.</summary>
internal static class JournalReader
{
    /// <summary>Reads all journals of a folder. A last line that its writer was killed in is left out: it was not yet seen.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The lines, file by file.</returns>
    /// <exception cref="CommandException">There is no journal, or a line is none.</exception>
    public static IReadOnlyList<Sight> ReadFolder(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + JournalFormat.Ending).Order(StringComparer.Ordinal).ToArray() : [];
        return files.Length > 0
            ? [.. files.SelectMany(ReadFile)]
            : throw new CommandException($"No journal (*{JournalFormat.Ending}) in '{folder}'.");
    }

    private static IEnumerable<Sight> ReadFile(string file)
    {
        var lines = File.ReadAllText(file).Split('\n');
        return lines.SkipLast(1).Select((line, index) => Read(line, file, index + 1));
    }

    private static Sight Read(string line, string file, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<Sight>(line, JournalFormat.Json) ?? throw new JsonException("null");
        }
        catch (JsonException none)
        {
            throw new CommandException($"{file}:{number} is no line of a journal: {none.Message}", none);
        }
    }
}
