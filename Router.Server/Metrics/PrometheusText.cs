using System.Globalization;
using System.Text;

namespace Router.Server.Metrics;

/// <summary>
/// Prometheus' text format, version 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/), names by OpenTelemetry's rules for it
/// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/).
/// </summary>
internal static class PrometheusText
{
    /// <summary>The type of its content.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>A name as Prometheus writes it: with its unit, and <c>_total</c> for what is counted.</summary>
    /// <param name="name">The instrument's name, as <c>router.commit.duration</c>.</param>
    /// <param name="unit">Its unit by UCUM, as <c>s</c>, or null.</param>
    /// <param name="kind">What it is.</param>
    public static string NameOf(string name, string? unit, MetricKind kind)
    {
        var text = new StringBuilder(Named(name));
        if (UnitOf(unit) is { } said && !text.ToString().EndsWith("_" + said, StringComparison.Ordinal))
        {
            text.Append('_').Append(said);
        }

        return (kind == MetricKind.Counter ? text.Append("_total") : text).ToString();
    }

    /// <summary>Labels as the page has them between braces, in the order of their names.</summary>
    /// <param name="tags">The labels.</param>
    public static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
        {
            return "";
        }

        var sorted = tags.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var text = new StringBuilder();
        foreach (var (name, value) in sorted)
        {
            text.Append(text.Length > 0 ? "," : "").Append(Named(name)).Append("=\"");
            AppendEscaped(text, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", isQuoted: true);
            text.Append('"');
        }

        return text.ToString();
    }

    /// <summary>Writes all series of a metric under its help and type.</summary>
    /// <param name="page">Where.</param>
    /// <param name="family">The metric.</param>
    public static void Write(StringBuilder page, MetricFamily family)
    {
        page.Append("# HELP ").Append(family.Name).Append(' ');
        AppendEscaped(page, family.Help, isQuoted: false);
        page.Append("\n# TYPE ").Append(family.Name).Append(' ').Append(family.Kind.ToString().ToLowerInvariant()).Append('\n');
        foreach (var series in family.Series)
        {
            var (sum, buckets) = series.Read();
            if (family.Kind == MetricKind.Histogram)
            {
                WriteHistogram(page, family.Name, series, sum, buckets);
            }
            else
            {
                WriteLine(page, family.Name, series.Labels, "", sum);
            }
        }
    }

    private static void WriteHistogram(StringBuilder page, string name, MetricSeries series, double sum, long[] buckets)
    {
        var count = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            count += buckets[i];
            var bound = i < series.Bounds.Count ? Number(series.Bounds[i]) : "+Inf";
            WriteLine(page, $"{name}_bucket", series.Labels, $"le=\"{bound}\"", count);
        }

        WriteLine(page, $"{name}_sum", series.Labels, "", sum);
        WriteLine(page, $"{name}_count", series.Labels, "", count);
    }

    private static void WriteLine(StringBuilder page, string name, string labels, string more, double value)
    {
        var all = labels.Length > 0 && more.Length > 0 ? $"{labels},{more}" : labels + more;
        page.Append(name).Append(all.Length > 0 ? $"{{{all}}}" : "").Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Named(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            text.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return char.IsAsciiDigit(text[0]) ? $"_{text}" : text.ToString();
    }

    // What stands in braces is no unit but says what is counted.
    private static string? UnitOf(string? unit) => unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        null or "" or "1" => null,
        _ when unit[0] == '{' => null,
        _ => Named(unit),
    };

    private static void AppendEscaped(StringBuilder text, string value, bool isQuoted)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '"' when isQuoted => text.Append("\\\""),
                _ => text.Append(character),
            };
        }
    }
}
