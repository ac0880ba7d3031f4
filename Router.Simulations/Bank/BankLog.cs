using Router.CallLog;
using Router.Engine.Tickets;
using Router.Simulator.Chance;
using Router.Simulator.Play;

namespace Router.Simulations.Bank;

/// <summary>What is learned of a bank from its log.</summary>
internal sealed class BankLog
{
    private readonly Dictionary<string, PatienceCurve> _patience;
    private readonly PatienceCurve _anybodysPatience;
    private readonly Dictionary<string, long[]> _services;
    private readonly long[] _anyServices;

    /// <summary>Learns it.</summary>
    /// <param name="rows">The whole log, which shows what each agent can do.</param>
    /// <param name="fitted">The days by which it is learned how long callers are willing to wait and how long they are served.</param>
    /// <param name="days">All days that are simulated, which show how long agents were off the phone.</param>
    public BankLog(IReadOnlyList<CallRow> rows, IReadOnlyList<BankDay> fitted, IReadOnlyList<BankDay> days)
    {
        Served = rows.Where(row => row.HasServer)
            .GroupBy(row => row.Server!, StringComparer.Ordinal)
            .ToDictionary(agent => agent.Key, IReadOnlyDictionary<string, int> (agent) => agent.CountBy(row => row.Type).ToDictionary());
        OffPhone = new OffPhone(days, Served.ToDictionary(agent => agent.Key, agent => agent.Value.Keys.ToHashSet()));
        var callers = fitted.SelectMany(day => day.Callers).ToList();
        _anybodysPatience = CurveOf(callers);
        _patience = callers.GroupBy(row => row.Type)
            .Where(type => type.Count(row => row.Outcome == Outcome.Hang) >= FewestHangUps)
            .ToDictionary(type => type.Key, CurveOf);
        var services = callers.Where(row => row is { Outcome: Outcome.Agent, ServiceSeconds: > 0 }).ToList();
        _anyServices = [.. services.Select(ServiceMs)];
        _services = services.GroupBy(row => row.Type).ToDictionary(type => type.Key, type => type.Select(ServiceMs).ToArray());
    }

    /// <summary>Fewer than so many who hung up say too little of their type: the patience of all types is taken. 50.</summary>
    public const int FewestHangUps = 50;

    /// <summary>How many calls of each type each agent served.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Served { get; }

    /// <summary>How long agents stay off the phone.</summary>
    public OffPhone OffPhone { get; }

    /// <summary>How long callers of a type are willing to wait.</summary>
    /// <param name="type">The type.</param>
    public PatienceCurve PatienceOf(string type) => _patience.GetValueOrDefault(type, _anybodysPatience);

    /// <summary>How long calls of a type took, ms; of any type where the log shows none. Empty where it shows nobody served.</summary>
    /// <param name="type">The type.</param>
    public long[] ServicesOf(string type) => _services.GetValueOrDefault(type, _anyServices);

    /// <summary>The callers of a day, who come when they came. Of the same seed they are the same.</summary>
    /// <param name="day">The day.</param>
    /// <param name="seed">The seed of chance.</param>
    /// <param name="content">What a caller asks for.</param>
    public IEnumerable<Call> CallsOf(BankDay day, ulong seed, Func<CallRow, TicketContent> content)
    {
        var patience = new RandomStream(seed, $"{day.Date:O}/patience");
        var service = new RandomStream(seed, $"{day.Date:O}/service");
        foreach (var row in day.Callers)
        {
            // Drawn for each, so that what one needs does not change what the next one gets.
            var (patient, served) = (patience.NextUniform(), service.NextUniform());
            var waited = row.QueueSeconds * 1_000L;
            var services = ServicesOf(row.Type);
            yield return new Call
            {
                At = row.EnteredQueue.ToUnixTimeMilliseconds(),
                Content = content(row),
                PatienceMs = row.Outcome == Outcome.Hang
                    ? waited
                    : PatienceOf(row.Type).Draw(waited, patient),
                HandleMs = row.Outcome == Outcome.Agent || services.Length == 0
                    ? ServiceMs(row)
                    : services[(int)(served * services.Length)],
            };
        }
    }

    /// <summary>How long a call took, ms.</summary>
    /// <param name="row">The call.</param>
    public static long ServiceMs(CallRow row) => row.ServiceSeconds * 1_000L;

    private static PatienceCurve CurveOf(IEnumerable<CallRow> callers) =>
        new([.. callers.Select(row => (row.QueueSeconds * 1_000L, row.Outcome == Outcome.Hang))]);
}
