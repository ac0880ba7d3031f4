using System.Globalization;

namespace Router.Cli.Replay;

/// <summary>What a replay tells of itself.</summary>
internal static class ReplayText
{
    /// <summary>What will be played.</summary>
    /// <param name="file">The log.</param>
    /// <param name="rowsInFile">Its rows.</param>
    /// <param name="plan">The plan.</param>
    public static string Plan(string file, int rowsInFile, ReplayPlan plan)
    {
        var odd = plan.Odd.Count == 0
            ? "none"
            : string.Join(", ", plan.Odd.OrderBy(kind => kind.Key).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}")));
        var agents = plan.Agents.Count == 0 ? "none" : $"{plan.Agents.Count} ({string.Join(", ", plan.Agents.Select(agent => agent.Name))})";
        return string.Create(CultureInfo.InvariantCulture, $"""
            log     {file}: {rowsInFile} rows
            window  {plan.Window.From:yyyy-MM-dd HH:mm:ss} to {plan.Window.To:yyyy-MM-dd HH:mm:ss}: {plan.Rows} rows, {plan.Callers.Count} reach the queue
            odd     {odd}
            agents  {agents}
            """);
    }

    /// <summary>How the clocks stand.</summary>
    /// <param name="clock">The clock.</param>
    public static string Clock(ReplayClock clock)
    {
        var shift = clock.Shift == TimeSpan.Zero
            ? "the log is played at its own time"
            : string.Create(CultureInfo.InvariantCulture, $"the log is played {clock.Shift:c} after its own time");
        return string.Create(CultureInfo.InvariantCulture, $"clock   {clock.Speed:0.##} times real time; {shift}");
    }

    /// <summary>What was played.</summary>
    /// <param name="exchange">The callers.</param>
    /// <param name="calls">The calls.</param>
    public static string Played(CallPlayer exchange, OpenCalls calls)
    {
        var before = exchange.PlayedBefore == 0 ? "" : $", of which the server knew {exchange.PlayedBefore} from before";
        return string.Create(
            CultureInfo.InvariantCulture, $"played  {exchange.Submitted} submitted{before}, {calls.OverCount} over, {exchange.HungUp} of them hung up");
    }
}
