using System.Diagnostics.Metrics;
using Router.Server.Metrics;

namespace Router.Server.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Theory]
    [InlineData("router.commit.duration", "s", nameof(MetricKind.Histogram), "router_commit_duration_seconds")]
    [InlineData("router.refusals", "{refusal}", nameof(MetricKind.Counter), "router_refusals_total")]
    [InlineData("router.memory", "By", nameof(MetricKind.Gauge), "router_memory_bytes")]
    [InlineData("wait_seconds", "s", nameof(MetricKind.Gauge), "wait_seconds")]
    [InlineData("9-lives", null, nameof(MetricKind.Gauge), "_9_lives")]
    public void NameOf_AnInstrument_IsAsPrometheusWritesIt(string name, string? unit, string kind, string expected) =>
        Assert.Equal(expected, PrometheusText.NameOf(name, unit, Enum.Parse<MetricKind>(kind)));

    [Fact]
    public void Page_OfOddNamesAndValues_IsEscaped()
    {
        using var meter = new Meter(new MeterOptions("test") { Scope = this });
        using var collector = new MetricsCollector(this);
        var counter = meter.CreateCounter<long>("odd", null, "Back\\slash and\nline \"end\".");
        counter.Add(2, new KeyValuePair<string, object?>("queue", "a \"b\"\\c\nשירות"), new KeyValuePair<string, object?>("channel", null));
        counter.Add(1, new KeyValuePair<string, object?>("channel", null), new KeyValuePair<string, object?>("queue", "a \"b\"\\c\nשירות"));
        var histogram = meter.CreateHistogram<double>("sizes", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2.5] });
        Array.ForEach([0.5, 1, 2, 99.5], v => histogram.Record(v));

        var text = collector.Write();
        var page = PrometheusPage.Read(text);

        Assert.Contains("# HELP odd_total Back\\\\slash and\\nline \"end\".\n", text, StringComparison.Ordinal);
        Assert.Equal(3, page["odd_total{channel=\"\",queue=\"a \\\"b\\\"\\\\c\\nשירות\"}"]);
        Assert.Equal((2, 3, 4), (page["sizes_bucket{le=\"1\"}"], page["sizes_bucket{le=\"2.5\"}"], page["sizes_bucket{le=\"+Inf\"}"]));
        Assert.Equal((103, 4), (page["sizes_sum"], page["sizes_count"]));
    }

    [Fact]
    public void Page_OfAGauge_HasWhatIsTrueNow()
    {
        using var meter = new Meter(new MeterOptions("test") { Scope = this });
        using var collector = new MetricsCollector(this);
        var queue = "first";
        meter.CreateObservableGauge("depth", () => new Measurement<int>(7, new KeyValuePair<string, object?>("queue", queue)));
        collector.Write();
        queue = "second";

        var page = PrometheusPage.Read(collector.Write());

        Assert.Equal(["depth{queue=\"second\"}"], page.Samples.Where(s => s.StartsWith("depth", StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_OfEndlesslyManyLabels_CountsTheLastOnesTogether()
    {
        using var meter = new Meter(new MeterOptions("test") { Scope = this });
        using var collector = new MetricsCollector(this);
        var counter = meter.CreateCounter<long>("many");
        for (var i = 0; i < MetricFamily.MostSeries + 500; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("n", i));
        }

        var page = PrometheusPage.Read(collector.Write());

        Assert.Equal(MetricFamily.MostSeries + 1, page.Samples.Count(s => s.StartsWith("many_total", StringComparison.Ordinal)));
        Assert.Equal(500, page["many_total{overflow=\"true\"}"]);
    }
}
