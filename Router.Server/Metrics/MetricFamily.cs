using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Router.Server.Metrics;

/// <summary>All series of one instrument.</summary>
internal sealed class MetricFamily
{
    /// <summary>Series of one instrument at the most: label sets that come later are counted together.</summary>
    public const int MostSeries = 10_000;

    private const string Overflow = "overflow=\"true\"";

    // Of an instrument that does not say its own: seconds from a millisecond to ten, which suits other things no worse than others.
    private static readonly double[] DefaultBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<double> _bounds;
    private volatile LastSeries? _last;
    private int _count;

    /// <summary>Makes one without series.</summary>
    /// <param name="instrument">The instrument.</param>
    public MetricFamily(Instrument instrument)
    {
        Kind = MetricKindOf(instrument);
        Name = PrometheusText.NameOf(instrument.Name, instrument.Unit, Kind);
        Help = instrument.Description ?? "";
        IsObserved = instrument.IsObservable;
        _bounds = Kind != MetricKind.Histogram ? [] : instrument is Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } ? bounds : DefaultBounds;
    }

    /// <summary>Its name on the page.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public MetricKind Kind { get; }

    /// <summary>For people.</summary>
    public string Help { get; }

    /// <summary>Its values are asked for anew for each page.</summary>
    public bool IsObserved { get; }

    /// <summary>The series, by labels.</summary>
    public IReadOnlyList<MetricSeries> Series => [.. _series.Values.OrderBy(s => s.Labels, StringComparer.Ordinal)];

    /// <summary>Takes a measurement.</summary>
    /// <param name="value">The value.</param>
    /// <param name="tags">Its labels.</param>
    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Most are of one workspace, again and again, and to write its label down costs more than to count.
        if (tags.Length == 1 && _last is { } last && tags[0].Key == last.Tag.Key && Equals(tags[0].Value, last.Tag.Value))
        {
            last.Series.Add(value);
            return;
        }

        var series = SeriesOf(tags);
        series.Add(value);
        if (tags.Length == 1 && !IsObserved)
        {
            _last = new LastSeries(tags[0], series);
        }
    }

    /// <summary>Forgets the series of an observed one: what is no more is told no more.</summary>
    public void Clear()
    {
        _series.Clear();
        Volatile.Write(ref _count, 0);
    }

    private MetricSeries SeriesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = PrometheusText.LabelsOf(tags);
        if (_series.TryGetValue(labels, out var known))
        {
            return known;
        }

        // Counted here: the dictionary takes all its locks to count.
        var made = new MetricSeries(Volatile.Read(ref _count) < MostSeries ? labels : Overflow, _bounds);
        var series = _series.GetOrAdd(made.Labels, made);
        if (ReferenceEquals(series, made))
        {
            Interlocked.Increment(ref _count);
        }

        return series;
    }

    private static MetricKind MetricKindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? MetricKind.Histogram
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? MetricKind.Counter
            : MetricKind.Gauge;
    }

    private sealed record LastSeries(KeyValuePair<string, object?> Tag, MetricSeries Series);
}
