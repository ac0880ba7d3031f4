using Router.Server.Statistics;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Reports;

/// <summary>The figures of an agent or of a team, being added up.</summary>
internal sealed class AgentFiguresRow
{
    private readonly Tally _sum = new();
    private readonly SortedDictionary<string, long> _away = new(StringComparer.Ordinal);

    /// <summary>Adds an hour of an agent.</summary>
    public void Add(CountedTally counted)
    {
        _sum.Add(counted.Tally);
        if (counted.Tally[Figure.AwayMs] is > 0 and var away)
        {
            _away[counted.Key.Language] = _away.GetValueOrDefault(counted.Key.Language) + away;
        }
    }

    /// <summary>The row on the wire.</summary>
    /// <param name="team">The team, or empty.</param>
    /// <param name="agentId">The agent; empty for a team.</param>
    public V1.AgentStatisticsRow ToWire(string team, string agentId)
    {
        var row = new V1.AgentStatisticsRow
        {
            AgentId = agentId,
            Team = team,
            Handled = _sum[Figure.Handled],
            Missed = _sum[Figure.Missed],
            Declined = _sum[Figure.Declined],
        };
        Add(row, V1.Presence.Available, "", _sum[Figure.AvailableMs]);
        Add(row, V1.Presence.OnDemand, "", _sum[Figure.OnDemandMs]);
        foreach (var (reason, ms) in _away)
        {
            Add(row, V1.Presence.Away, reason, ms);
        }

        Add(row, V1.AgentActivity.Idle, Figure.IdleMs);
        Add(row, V1.AgentActivity.Offered, Figure.OfferedMs);
        Add(row, V1.AgentActivity.Handling, Figure.HandlingMs);
        Add(row, V1.AgentActivity.WrappingUp, Figure.WrappingUpMs);
        Add(row, V1.AgentActivity.Resting, Figure.RestingMs);
        var busy = _sum[Figure.HandlingMs] + _sum[Figure.WrappingUpMs];
        var there = busy + _sum[Figure.OfferedMs] + _sum[Figure.IdleMs];
        if (there > 0)
        {
            row.Occupancy = (double)busy / there;
        }

        if (agentId.Length > 0)
        {
            row.LongestStretch = ProtoTime.Length(_sum[Figure.LongestStretchMs]);
        }

        return row;
    }

    private static void Add(V1.AgentStatisticsRow row, V1.Presence presence, string reason, long ms)
    {
        if (ms > 0)
        {
            row.Presences.Add(new V1.PresenceTime { Presence = presence, AwayReason = reason, Time = ProtoTime.Length(ms) });
        }
    }

    private void Add(V1.AgentStatisticsRow row, V1.AgentActivity activity, Figure figure)
    {
        if (_sum[figure] > 0)
        {
            row.Activities.Add(new V1.ActivityTime { Activity = activity, Time = ProtoTime.Length(_sum[figure]) });
        }
    }
}
