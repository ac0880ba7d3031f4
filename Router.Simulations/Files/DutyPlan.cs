using Router.Engine.Agents;
using Router.Simulator.Play;

namespace Router.Simulations.Files;

/// <summary>Some agents who are alike and on duty at the same times.</summary>
/// <param name="Profile">What they can do.</param>
/// <param name="Count">How many; 0 is the one of the profile's id, else their ids end in their number.</param>
/// <param name="Shifts">When they are on duty, with the breaks; empty is always.</param>
internal sealed record DutyPlan(AgentProfile Profile, int Count, IReadOnlyList<(DayHours Hours, IReadOnlyList<DayHours> Breaks)> Shifts)
{
    /// <summary>The profiles.</summary>
    public IEnumerable<AgentProfile> Profiles =>
        Count == 0 ? [Profile] : Enumerable.Range(1, Count).Select(number => Profile with { Id = $"{Profile.Id}-{number}" });

    /// <summary>The agents, for one run.</summary>
    /// <param name="from">When it begins, ms since 1970.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="zone">The time zone of the shifts.</param>
    public IEnumerable<SimulatedAgent> Agents(long from, long until, TimeZoneInfo zone)
    {
        var shifts = Stretches(Shifts.Select(shift => shift.Hours), from, until, zone);
        var breaks = Stretches(Shifts.SelectMany(shift => shift.Breaks), from, until, zone);
        return Profiles.Select(profile => new SimulatedAgent(profile, Shifts.Count == 0 ? [Shift.Always] : shifts) { Breaks = breaks });
    }

    /// <summary>Whether two shifts of the same agents overlap in some time.</summary>
    /// <param name="from">When the time begins, ms since 1970.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="zone">The time zone of the shifts.</param>
    public bool HasOverlap(long from, long until, TimeZoneInfo zone)
    {
        var shifts = Stretches(Shifts.Select(shift => shift.Hours), from, until, zone);
        return shifts.Zip(shifts.Skip(1)).Any(pair => pair.Second.Start < pair.First.End);
    }

    private static List<Shift> Stretches(IEnumerable<DayHours> hours, long from, long until, TimeZoneInfo zone) =>
    [
        .. hours.SelectMany(one => one.Between(from, until, zone)).Select(one => new Shift(Math.Max(from, one.Start), one.End)).OrderBy(shift => shift.Start),
    ];
}
