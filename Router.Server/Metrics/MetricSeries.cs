namespace Router.Server.Metrics;

/// <summary>The values of one instrument under one set of labels. Safe for use by many threads.</summary>
/// <param name="labels">As the page shows them, without braces; empty for none.</param>
/// <param name="bounds">Of a histogram: upper bounds of its buckets, the one without end left out. Else empty.</param>
internal sealed class MetricSeries(string labels, IReadOnlyList<double> bounds)
{
    private readonly Lock _changing = new();
    private readonly long[] _buckets = new long[bounds.Count + 1];
    private double _sum;

    /// <summary>The labels.</summary>
    public string Labels => labels;

    /// <summary>Upper bounds of its buckets.</summary>
    public IReadOnlyList<double> Bounds => bounds;

    /// <summary>Adds to a counter, puts a value into a histogram, or says what a gauge has; of several gauges that share a series it is the sum.</summary>
    /// <param name="value">How much.</param>
    public void Add(double value)
    {
        lock (_changing)
        {
            _sum += value;
            var bucket = 0;
            while (bucket < bounds.Count && value > bounds[bucket])
            {
                bucket++;
            }

            _buckets[bucket]++;
        }
    }

    /// <summary>The value or sum, and how many values each bucket has.</summary>
    public (double Sum, long[] Buckets) Read()
    {
        lock (_changing)
        {
            return (_sum, [.. _buckets]);
        }
    }
}
