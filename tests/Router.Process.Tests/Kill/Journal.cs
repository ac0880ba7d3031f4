using System.Text.Json;

namespace Router.ProcessTests.Kill;

/// <summary>What the clients of a run saw acknowledged, in the form that <c>router check</c> reads (docs/replay.md).</summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _lines;

    public Journal(string folder)
    {
        Directory.CreateDirectory(folder);
        Folder = folder;
        _lines = new StreamWriter(Path.Combine(folder, "clients.jsonl")) { AutoFlush = true };
    }

    public string Folder { get; }

    public void Add(object sight)
    {
        var line = JsonSerializer.Serialize(sight);
        lock (_gate)
        {
            _lines.WriteLine(line);
        }
    }

    public void Dispose() => _lines.Dispose();
}
