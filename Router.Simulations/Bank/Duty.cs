using Router.CallLog;
using Router.Simulator.Play;

namespace Router.Simulations.Bank;

/// <summary>Guesses who was on duty when: the log knows no sign-in and no break, only services.</summary>
internal static class Duty
{
    /// <summary>The longest time off the phone on duty: 15 min. Longer is off duty.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(15);

    /// <summary>The agents of a day, by name.</summary>
    /// <param name="day">Its rows.</param>
    public static IReadOnlyList<BankAgent> Of(IEnumerable<CallRow> day) =>
    [
        .. day.Where(row => row.HasServer)
            .GroupBy(row => row.Server!, StringComparer.Ordinal)
            .OrderBy(agent => agent.Key, StringComparer.Ordinal)
            .Select(agent => new BankAgent(agent.Key, ShiftsOf(agent.OrderBy(row => row.ServiceBegan)))),
    ];

    /// <summary>When a service ended.</summary>
    /// <param name="row">A served call.</param>
    public static DateTimeOffset EndOf(CallRow row) => row.ServiceBegan.AddSeconds(row.ServiceSeconds);

    private static List<Shift> ShiftsOf(IEnumerable<CallRow> services)
    {
        var shifts = new List<Shift>();
        foreach (var row in services)
        {
            var (start, end) = (row.ServiceBegan.ToUnixTimeMilliseconds(), EndOf(row).ToUnixTimeMilliseconds());
            if (shifts.Count > 0 && start - shifts[^1].End <= LongestGap.TotalMilliseconds)
            {
                shifts[^1] = shifts[^1] with { End = Math.Max(shifts[^1].End, end) };
            }
            else
            {
                shifts.Add(new Shift(start, end));
            }
        }

        return shifts;
    }
}
