using Router.V1;

namespace Router.Cli.Reports;

/// <summary>Times and counts of agents or teams as CSV: times in seconds, a column for each reason to be away that there was.</summary>
internal static class AgentCsv
{
    private static readonly AgentActivity[] Activities =
        [AgentActivity.Idle, AgentActivity.Offered, AgentActivity.Handling, AgentActivity.WrappingUp, AgentActivity.Resting];

    /// <summary>Writes a line of names and a line for each row.</summary>
    /// <param name="output">Where.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(TextWriter output, IReadOnlyList<AgentStatisticsRow> rows)
    {
        var reasons = rows.SelectMany(r => r.Presences).Where(p => p.Presence == Presence.Away).Select(p => p.AwayReason).Distinct().Order(StringComparer.Ordinal).ToList();
        using var csv = StatisticsCsv.Open(output);
        string[] names =
        [
            "team", "agent_id", "handled", "missed", "declined", "occupancy", "longest_stretch", "available", "on_demand",
            .. reasons.Select(r => $"away_{(r.Length > 0 ? r : "unnamed")}"),
            "idle", "offered", "handling", "wrapping_up", "resting",
        ];
        foreach (var name in names)
        {
            csv.WriteField(name);
        }

        csv.EndRecord();
        foreach (var row in rows)
        {
            object?[] fields =
            [
                row.Team, row.AgentId, row.Handled, row.Missed, row.Declined, row.HasOccupancy ? row.Occupancy : null, StatisticsCsv.Seconds(row.LongestStretch),
                In(row, Presence.Available), In(row, Presence.OnDemand), .. reasons.Select(r => (object)In(row, Presence.Away, r)),
                .. Activities.Select(a => (object?)StatisticsCsv.Seconds(row.Activities.FirstOrDefault(t => t.Activity == a)?.Time) ?? 0),
            ];
            foreach (var field in fields)
            {
                csv.WriteField(field);
            }

            csv.EndRecord();
        }
    }

    private static double In(AgentStatisticsRow row, Presence presence, string reason = "") =>
        StatisticsCsv.Seconds(row.Presences.FirstOrDefault(p => p.Presence == presence && p.AwayReason == reason)?.Time) ?? 0;
}
