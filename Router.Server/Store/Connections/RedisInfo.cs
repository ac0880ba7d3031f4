using System.Globalization;

namespace Router.Server.Store.Connections;

/// <summary>What a Redis server says of itself (INFO).</summary>
internal sealed class RedisInfo
{
    private readonly Dictionary<string, string> _values = [];

    public RedisInfo(string server, string text)
    {
        Server = server;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#')
            {
                _values[line[..colon]] = line[(colon + 1)..];
            }
        }
    }

    /// <summary>Its address, for messages.</summary>
    public string Server { get; }

    /// <summary>A line of it, or empty.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    public bool Has(string name) => _values.ContainsKey(name);

    public int Number(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
