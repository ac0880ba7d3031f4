namespace Router.Simulations.Truth;

/// <summary>What came of the calls that entered in one batch.</summary>
internal sealed class WaitSums
{
    /// <summary>Calls that entered.</summary>
    public long Calls { get; set; }

    /// <summary>Of these, how many waited at all.</summary>
    public long Waited { get; set; }

    /// <summary>Of these, how many gave up.</summary>
    public long Abandoned { get; set; }

    /// <summary>All their waits together, s.</summary>
    public double WaitSeconds { get; set; }
}
