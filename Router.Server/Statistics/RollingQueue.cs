namespace Router.Server.Statistics;

/// <summary>What <see cref="RollingBook"/> keeps of one queue.</summary>
internal sealed class RollingQueue
{
    /// <summary>Its channels and languages.</summary>
    public Dictionary<(string Channel, string Language), RollingSeries> Parts { get; } = [];

    /// <summary>All of them together, as worked out last.</summary>
    public RollingCounts Counts { get; set; } = new();
}
