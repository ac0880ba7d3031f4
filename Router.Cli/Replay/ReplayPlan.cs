using Router.CallLog;
using Router.Cli.CallLog;
using Router.Cli.Connection;

namespace Router.Cli.Replay;

/// <summary>What is played of a log: who calls, who serves, and what was odd.</summary>
internal sealed record ReplayPlan
{
    private ReplayPlan()
    {
    }

    /// <summary>The window.</summary>
    public required LogWindow Window { get; init; }

    /// <summary>Rows in the window.</summary>
    public required int Rows { get; init; }

    /// <summary>Who reaches the queue, by the time at which he does.</summary>
    public required IReadOnlyList<Caller> Callers { get; init; }

    /// <summary>Who is on duty, by name.</summary>
    public required IReadOnlyList<AgentOnDuty> Agents { get; init; }

    /// <summary>How many rows of the window are odd, by kind.</summary>
    public required IReadOnlyDictionary<OddKind, int> Odd { get; init; }

    /// <summary>Makes the plan of a window.</summary>
    /// <param name="rows">All rows of the log.</param>
    /// <param name="window">The window.</param>
    /// <param name="chosen">The agents who serve, of those on duty; null: all of them.</param>
    /// <exception cref="CommandException">A chosen agent is not on duty.</exception>
    public static ReplayPlan Of(IReadOnlyList<CallRow> rows, LogWindow window, IReadOnlyCollection<string>? chosen = null)
    {
        var inside = rows.Where(window.Has).ToList();
        var onDuty = DutyRoster.Of(rows, window);
        var agents = chosen is null ? onDuty : Chosen(onDuty, chosen);
        // Without agents of its own the replay leaves the calls to people, who may serve any type.
        HashSet<string> servedTypes = agents.Count == 0 ? [.. CallTypes.All] : [.. agents.SelectMany(agent => agent.Types)];
        var odd = new OddRows(rows);
        var usual = UsualServices(rows);
        var callers = inside.Where(row => row.ReachedQueue)
            .Select(row => CallerOf(row, servedTypes, usual))
            .OrderBy(caller => caller.Enters).ThenBy(caller => caller.Row.FileLine)
            .ToList();
        return new ReplayPlan
        {
            Window = window,
            Rows = inside.Count,
            Callers = callers,
            Agents = agents,
            Odd = inside.SelectMany(odd.KindsOf)
                .Concat(callers.Where(caller => !servedTypes.Contains(caller.Row.Type)).Select(_ => OddKind.NobodyServesType))
                .CountBy(kind => kind)
                .ToDictionary(),
        };
    }

    private static List<AgentOnDuty> Chosen(IReadOnlyList<AgentOnDuty> onDuty, IReadOnlyCollection<string> names)
    {
        var unknown = names.Except(onDuty.Select(agent => agent.Name), StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? [.. onDuty.Where(agent => names.Contains(agent.Name))]
            : throw new CommandException(
                $"{string.Join(", ", unknown)}: not on duty then. On duty are {string.Join(", ", onDuty.Select(agent => agent.Name))}.");
    }

    private static Caller CallerOf(CallRow row, HashSet<string> servedTypes, Dictionary<string, TimeSpan> usual)
    {
        var hangsUp = row.Outcome == Outcome.Hang || !servedTypes.Contains(row.Type);
        var service = row.Outcome == Outcome.Agent || row.ServiceSeconds > 0
            ? TimeSpan.FromSeconds(row.ServiceSeconds)
            : usual.GetValueOrDefault(row.Type);
        return new Caller(row, row.EnteredQueue, hangsUp ? TimeSpan.FromSeconds(row.QueueSeconds) : null, service);
    }

    // One who hung up in the log may be served in the replay; the log does not know how long that takes. The mean keeps the load.
    private static Dictionary<string, TimeSpan> UsualServices(IReadOnlyList<CallRow> rows) => rows
        .Where(row => row is { Outcome: Outcome.Agent, ServiceSeconds: > 0 })
        .GroupBy(row => row.Type)
        .ToDictionary(type => type.Key, type => TimeSpan.FromSeconds(Math.Round(type.Average(row => row.ServiceSeconds))));
}
