namespace Router.Engine.Policies;

/// <summary>When a queue is open. What its zone's clocks show is part of it, so that time-zone data decides nothing later.</summary>
public sealed record OpeningHours
{
    /// <summary>Name of the IANA time zone; for people, as <see cref="Zone"/> says the rest.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The zone's offsets in the order of their times, at least one.</summary>
    public IReadOnlyList<ZoneOffset> Zone { get; init; } = [];

    /// <summary>The weekly openings, none overlapping.</summary>
    public IReadOnlyList<WeeklyOpening> Week { get; init; } = [];

    /// <summary>Days that are otherwise, none overlapping; several openings of one day are several of these.</summary>
    public IReadOnlyList<DayOpening> Days { get; init; } = [];

    /// <summary>What becomes of tickets that come while it is closed.</summary>
    public OverflowRule WhenClosed { get; init; } = OverflowRule.WaitForOpening;
}
