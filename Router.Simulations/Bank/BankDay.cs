using Router.CallLog;

namespace Router.Simulations.Bank;

/// <summary>One day of a log.</summary>
/// <param name="Date">The day.</param>
/// <param name="Callers">Who reached the queue, by the time at which he did.</param>
/// <param name="Agents">Who was on duty, by name.</param>
internal sealed record BankDay(DateOnly Date, IReadOnlyList<CallRow> Callers, IReadOnlyList<BankAgent> Agents)
{
    /// <summary>The days of a log on which anybody reached the queue.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static IReadOnlyList<BankDay> Of(IReadOnlyList<CallRow> rows, DateOnly from, DateOnly to) =>
    [
        .. rows.Where(row => row.ReachedQueue)
            .GroupBy(row => DateOnly.FromDateTime(row.MenuEntry.UtcDateTime))
            .Where(day => day.Key >= from && day.Key <= to)
            .OrderBy(day => day.Key)
            .Select(day => new BankDay(
                day.Key,
                [.. day.OrderBy(row => row.EnteredQueue).ThenBy(row => row.FileLine)],
                Duty.Of(day))),
    ];
}
