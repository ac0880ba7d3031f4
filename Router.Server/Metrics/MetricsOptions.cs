namespace Router.Server.Metrics;

/// <summary>Who reads the metrics; section <c>Router:Metrics</c> of the configuration.</summary>
public sealed class MetricsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Router:Metrics";

    /// <summary>Anybody who reaches the HTTP port may read them, without a token. Default false: admins.</summary>
    public bool Open { get; set; }
}
