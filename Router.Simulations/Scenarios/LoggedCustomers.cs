using Router.CallLog;
using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Simulations.Bank;
using Router.Simulator.Play;

namespace Router.Simulations.Scenarios;

/// <summary>Customers of a bank's log, who come when they came; patience and service as <c>simulate bank</c> draws them, learned from all the days.</summary>
internal sealed class LoggedCustomers : ICustomers
{
    private readonly IReadOnlyList<BankDay> _days;
    private readonly BankLog _log;
    private readonly string _queue;

    /// <summary>Makes it.</summary>
    /// <param name="file">The log's name.</param>
    /// <param name="rows">The log.</param>
    /// <param name="queue">The queue of its calls.</param>
    public LoggedCustomers(string file, IReadOnlyList<CallRow> rows, string queue)
    {
        File = file;
        _queue = queue;
        _days = BankDay.Of(rows, DateOnly.MinValue, DateOnly.MaxValue);
        _log = new BankLog(rows, _days, _days);
    }

    /// <inheritdoc/>
    public string File { get; }

    /// <inheritdoc/>
    public TimeZoneInfo Zone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public (long From, long Until) Span => _days.Count == 0 ? (0, 0) : (Midnight(_days[0].Date), Midnight(_days[^1].Date.AddDays(1)));

    /// <inheritdoc/>
    public IEnumerable<(string Path, TicketContent Content)> Samples =>
        _days.SelectMany(day => day.Callers).DistinctBy(row => row.Type).Select(row => ($"{row.FileLine}", ContentOf(row)));

    /// <inheritdoc/>
    public IEnumerable<Call> Calls(WorkspacePolicy policy, long from, long until, ulong seed) =>
        _days.SelectMany(day => _log.CallsOf(day, seed, ContentOf)).Where(call => call.At >= from && call.At < until).OrderBy(call => call.At);

    private static long Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private TicketContent ContentOf(CallRow row) => BankRule.Content(row) with { Queue = _queue };
}
