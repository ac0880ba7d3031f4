using Router.CallLog;
using Router.Simulator.Chance;

namespace Router.Simulations.Bank;

/// <summary>
/// How long agents stay off the phone after a call: the gaps to their next call in which somebody waited whom they could have taken. The log tells
/// them by nothing else.
/// </summary>
internal sealed class OffPhone
{
    /// <summary>Fewer gaps than this say too little, and a wider group is taken: 3.</summary>
    private const int Fewest = 3;

    private readonly Dictionary<string, List<long>> _gaps = new(StringComparer.Ordinal);

    /// <summary>Makes it.</summary>
    /// <param name="days">The days it is learned from.</param>
    /// <param name="skills">What each agent can do.</param>
    public OffPhone(IEnumerable<BankDay> days, IReadOnlyDictionary<string, HashSet<string>> skills)
    {
        foreach (var day in days)
        {
            foreach (var agent in day.Callers.Where(row => row.HasServer).GroupBy(row => row.Server!, StringComparer.Ordinal))
            {
                Learn(day, [.. agent.OrderBy(row => row.ServiceBegan)], skills[agent.Key]);
            }
        }
    }

    /// <summary>A gap.</summary>
    /// <param name="agent">Whose.</param>
    /// <param name="atMs">When the call ended, ms since 1970.</param>
    /// <param name="stream">Where chance comes from.</param>
    /// <returns>Its length, ms; 0 where the log shows no gap at all.</returns>
    public long Draw(string agent, long atMs, RandomStream stream)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(atMs);
        var chance = stream.NextUniform();
        foreach (var group in GroupsOf(agent, at))
        {
            if (_gaps.TryGetValue(group, out var gaps) && gaps.Count >= Fewest)
            {
                return gaps[(int)(chance * gaps.Count)];
            }
        }

        return 0;
    }

    // From the agent's own hour of that day to everybody.
    private static string[] GroupsOf(string agent, DateTimeOffset at) =>
    [
        $"{agent} {at:yyyy-MM-dd HH}",
        $"{agent} {at:yyyy-MM-dd}",
        $"{agent} {at:HH}",
        agent,
        $"all {at:HH}",
        "all",
    ];

    private static bool WaitsAt(CallRow row, DateTimeOffset time, HashSet<string> skills) =>
        row.EnteredQueue <= time && row.EnteredQueue.AddSeconds(row.QueueSeconds) > time && skills.Contains(row.Type);

    private void Learn(BankDay day, List<CallRow> services, HashSet<string> skills)
    {
        foreach (var (before, next) in services.Zip(services.Skip(1)))
        {
            var end = Duty.EndOf(before);
            var gap = next.ServiceBegan - end;
            if (gap > Duty.LongestGap || !day.Callers.Any(row => row != next && WaitsAt(row, end, skills)) && next.EnteredQueue > end)
            {
                continue;
            }

            foreach (var group in GroupsOf(before.Server!, end))
            {
                if (!_gaps.TryGetValue(group, out var gaps))
                {
                    _gaps[group] = gaps = [];
                }

                gaps.Add(Math.Max(0, (long)gap.TotalMilliseconds));
            }
        }
    }
}
