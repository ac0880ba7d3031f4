using System.Globalization;
using System.Text.RegularExpressions;

namespace Router.Server.Tests.Metrics;

/// <summary>A page of metrics, read as strictly as the format is written down; what is not so fails the test.</summary>
internal sealed partial class PrometheusPage
{
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    private PrometheusPage()
    {
    }

    /// <summary>Types by the names of metrics.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a page.</summary>
    public static PrometheusPage Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var page = new PrometheusPage();
        var (name, helped) = ("", "");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (Help().Match(line) is { Success: true } help)
            {
                helped = help.Groups["name"].Value;
                Assert.False(page.Types.ContainsKey(helped), $"{helped} comes twice");
            }
            else if (Type().Match(line) is { Success: true } type)
            {
                name = type.Groups["name"].Value;
                Assert.Equal(helped, name);
                page.Types.Add(name, type.Groups["type"].Value);
            }
            else
            {
                page.Add(name, line);
            }
        }

        page.CheckHistograms();
        return page;
    }

    /// <summary>A sample's value, by its name with its labels as the page has them.</summary>
    public double this[string sample] => _samples.TryGetValue(sample, out var value) ? value : throw new KeyNotFoundException($"{sample} is not on the page");

    /// <summary>All samples, as they stand on the page.</summary>
    public IEnumerable<string> Samples => _samples.Keys;

    private void Add(string name, string line)
    {
        var sample = Sample().Match(line);
        Assert.True(sample.Success, $"no sample: {line}");
        var type = Types[name];
        string[] suffixes = type == "histogram" ? ["_bucket", "_sum", "_count"] : [""];
        Assert.Contains(sample.Groups["name"].Value, suffixes.Select(s => name + s));
        Assert.Equal(type == "counter", name.EndsWith("_total", StringComparison.Ordinal));
        var key = sample.Groups["name"].Value + sample.Groups["labels"].Value;
        Assert.True(_samples.TryAdd(key, Number(sample.Groups["value"].Value)), $"{key} comes twice");
        Assert.True(type != "counter" || _samples[key] >= 0, $"{key} is negative");
    }

    private void CheckHistograms()
    {
        foreach (var count in _samples.Keys.Where(s => Types.Any(t => t.Value == "histogram" && s.StartsWith($"{t.Key}_count", StringComparison.Ordinal))))
        {
            var labels = count.Contains('{', StringComparison.Ordinal) ? count[(count.IndexOf('{', StringComparison.Ordinal) + 1)..^1] + "," : "";
            var buckets = _samples.Where(s => s.Key.StartsWith(count.Split("_count")[0] + "_bucket{" + labels + "le=", StringComparison.Ordinal)).Select(s => s.Value).ToList();
            Assert.Equal(buckets.Order(), buckets);
            Assert.Equal(_samples[count], buckets[^1]);
        }
    }

    private static double Number(string text) => text == "+Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\]|\\\\|\\n)*$")]
    private static partial Regex Help();

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$")]
    private static partial Regex Type();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\\\|\\n|\\")*"(?:,[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\\\|\\n|\\")*")*\})? (?<value>[-+]?(?:[0-9.]+(?:[eE][-+]?[0-9]+)?|Inf|NaN))$""")]
    private static partial Regex Sample();
}
