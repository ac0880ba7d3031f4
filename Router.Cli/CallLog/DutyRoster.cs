using Router.CallLog;

namespace Router.Cli.CallLog;

/// <summary>
/// Guesses who was on duty when: the log knows no sign-in and no break, only services. Services of an agent that are at most
/// <see cref="LongestPause"/> apart are one stretch.
/// </summary>
internal static class DutyRoster
{
    /// <summary>The longest time off the phone within a stretch: 5 min. Played through a simulation of 2 and 3 August 1999, waits then come closest
    /// to those of the log (docs/replay.md).</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>The agents on duty in a window, by name.</summary>
    /// <param name="rows">All rows of the log.</param>
    /// <param name="window">The window; stretches are cut to its start.</param>
    public static IReadOnlyList<AgentOnDuty> Of(IReadOnlyList<CallRow> rows, LogWindow window)
    {
        var agents = new List<AgentOnDuty>();
        foreach (var served in rows.Where(row => row.HasServer).GroupBy(row => row.Server!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var stretches = StretchesOf(served)
                .Where(stretch => stretch.End > window.From && stretch.Start < window.To)
                .Select(stretch => stretch with { Start = stretch.Start > window.From ? stretch.Start : window.From })
                .ToList();
            if (stretches.Count > 0)
            {
                agents.Add(new AgentOnDuty(served.Key, [.. CallTypes.All.Where(served.Select(row => row.Type).ToHashSet().Contains)], stretches));
            }
        }

        return agents;
    }

    private static IEnumerable<DutyStretch> StretchesOf(IEnumerable<CallRow> served)
    {
        DutyStretch? open = null;
        foreach (var row in served.OrderBy(row => row.ServiceBegan))
        {
            var end = row.ServiceBegan.AddSeconds(row.ServiceSeconds);
            if (open is not { } stretch)
            {
                open = new DutyStretch(row.ServiceBegan, end);
            }
            else if (row.ServiceBegan - stretch.End <= LongestPause)
            {
                open = stretch with { End = end > stretch.End ? end : stretch.End };
            }
            else
            {
                yield return stretch;
                open = new DutyStretch(row.ServiceBegan, end);
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
