namespace Router.Engine.Events;

/// <summary>Something that became true. Facts hold all that streams, statistics and what-if need, and no message text or customer id.</summary>
public abstract record Fact
{
    /// <summary>Number within the workspace, from 1, without gaps.</summary>
    public long Number { get; internal set; }

    /// <summary>Engine time at which it became true, ms since 1970.</summary>
    public long At { get; internal set; }

    /// <summary>Which kind of fact this is.</summary>
    public abstract FactKind Kind { get; }
}
