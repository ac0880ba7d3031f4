namespace Router.Engine.Policies;

/// <summary>How the workspace spares its agents.</summary>
public sealed record AgentCare
{
    /// <summary>Seconds that an agent takes nothing new after a hard ticket, 0 (no breather) to 3,600.</summary>
    public int BreatherSeconds { get; init; }

    /// <summary>Handling for more seconds than this makes a ticket hard by itself, 1 to 86,400; 0 is never.</summary>
    public int HardAfterSeconds { get; init; }

    /// <summary>Most hundredths of the last hour that an agent may be at live work before he rests, 1 to 99; 0 is no cap.</summary>
    public int MaxOccupancyPercent { get; init; }

    /// <summary>Seconds before the end of a shift or a break from which agents take nothing new, 0 to 86,400.</summary>
    public int DrainBeforeSeconds { get; init; }
}
