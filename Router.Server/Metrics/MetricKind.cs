namespace Router.Server.Metrics;

/// <summary>What a metric is, in Prometheus' words.</summary>
internal enum MetricKind
{
    /// <summary>It only grows.</summary>
    Counter,

    /// <summary>It goes up and down.</summary>
    Gauge,

    /// <summary>Values by their size.</summary>
    Histogram,
}
