namespace Router.Server.Statistics;

/// <summary>A tally that changes, or did not long ago.</summary>
internal sealed class OpenTally
{
    /// <summary>What was counted: all of it when <see cref="IsWhole"/>, else what is not yet in the saved one.</summary>
    public Tally Tally { get; } = new();

    /// <summary>It holds what was saved before.</summary>
    public bool IsWhole { get; set; }

    /// <summary>It has changed since it was last folded.</summary>
    public bool IsChanged { get; set; }

    /// <summary>When it last changed: real time, ms since 1970.</summary>
    public long ChangedAt { get; set; }

    /// <summary>Where <see cref="RollingBook"/> has put it; null when it is not shown there.</summary>
    public RollingSeries? Series { get; set; }
}
