using System.Text.Json;

namespace Router.Cli.Journals;

/// <summary>Writes down what clients saw, each line before the client goes on. Safe for use by many threads.</summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter? _lines;

    private Journal(StreamWriter? lines) => _lines = lines;

    /// <summary>Opens a journal; an older one of this name is overwritten.</summary>
    /// <param name="folder">Where, made if need be; null: nothing is written down.</param>
    /// <param name="name">Whose, without the ending.</param>
    public static Journal Open(string? folder, string name)
    {
        if (folder is null)
        {
            return new Journal(null);
        }

        Directory.CreateDirectory(folder);
        return new Journal(new StreamWriter(Path.Combine(folder, name + JournalFormat.Ending)) { AutoFlush = true, NewLine = "\n" });
    }

    /// <summary>Writes down one line.</summary>
    /// <param name="sight">What a client saw.</param>
    public void Add(Sight sight)
    {
        if (_lines is null)
        {
            return;
        }

        var line = JsonSerializer.Serialize(sight, JournalFormat.Json);
        lock (_gate)
        {
            _lines.WriteLine(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lines?.Dispose();
}
