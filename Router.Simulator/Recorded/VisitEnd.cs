namespace Router.Simulator.Recorded;

/// <summary>How a visit to a queue ended.</summary>
public enum VisitEnd
{
    /// <summary>It waits, or is in an agent's hands.</summary>
    Open,

    /// <summary>An agent has done what there was to do in this queue.</summary>
    Served,

    /// <summary>The customer left.</summary>
    Abandoned,

    /// <summary>It was cancelled, or waited too long for its time to live.</summary>
    Lost,
}
