using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Hours;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Statistics;
using Router.Simulator.Counting;

namespace Router.Server.Tests.Statistics;

/// <summary>An engine whose batches are counted: queues <c>service</c> and <c>partners</c>, calls within 20 s, emails in open hours.</summary>
internal sealed class CountedWorkspace
{
    /// <summary>Monday, 2026-03-02, 10:00 UTC: a full hour.</summary>
    public const long Ten = 1_772_445_600_000;

    private readonly TallyBook _book;
    private int _submits;

    public CountedWorkspace()
    {
        Engine = new WorkspaceEngine(WorkspaceRecord.Empty);
        Engine.Advance(Ten);
        _book = new TallyBook(LoadedStatistics.None, Engine, 0);
        Engine.StartOwner(1, Ten);
        Do(new ChangePolicy(p => p with { Queues = [Queue("partners"), Queue("service")] }));
    }

    public WorkspaceEngine Engine { get; }

    /// <summary>The same as the simulator counts it, for a quarter of an hour.</summary>
    public FigureCounter Simulated { get; } = new(WorkspacePolicy.Initial, Ten, Ten + TallyKey.IntervalMs);

    /// <summary>Seconds since <see cref="Ten"/>.</summary>
    public double Seconds { get; private set; }

    private long Now => Ten + (long)(Seconds * 1_000);

    /// <summary>Lets time pass.</summary>
    public void Wait(double seconds)
    {
        Seconds += seconds;
        Engine.Advance(Now);
        Count();
    }

    public Outcome Do(Command command)
    {
        var outcome = Engine.Apply(command, Now);
        Assert.Equal(Reason.Unspecified, outcome.Reason);
        Count();
        return outcome;
    }

    public string Submit(string channel = "call", string queue = "service", string language = "") =>
        ((Submitted)Do(new Submit(new TicketContent
        {
            Source = "test",
            ExternalId = $"{++_submits}",
            Channel = channel,
            Queue = queue,
            Languages = language.Length > 0 ? [new LanguageNeed(language, 1, 0)] : [],
        })).Value!).TicketId;

    /// <summary>Registers an agent for all queues and signs him in, available.</summary>
    public void SignIn(string agentId)
    {
        Do(new PutAgent(new AgentProfile { Id = agentId, Team = "red", Languages = new Dictionary<string, int> { ["he"] = 5 } }));
        Do(new SignIn(agentId, agentId + "-session", TakeOver: false, [], Presence.Available));
    }

    public void Accept(string agentId, string ticketId) => Do(new Accept(agentId, ticketId, Engine.Ticket(ticketId)!.OfferNo));

    public void Complete(string agentId, string ticketId) => Do(new Complete(agentId, ticketId, Engine.Ticket(ticketId)!.AssignmentNo, "", ""));

    /// <summary>The languages that have rows in a queue today, with what was counted under each.</summary>
    public IReadOnlyDictionary<string, Tally> Languages(string queue) => _book.Read(k => k.Span == TallySpan.Day && k.Name == queue, Now, withAgents: false)
        .With([]).ToDictionary(t => t.Key.Language, t => t.Tally);

    /// <summary>All of a queue and channel, in some minute of the hour or in all.</summary>
    public Tally Of(string queue, string channel = "call", TallySpan span = TallySpan.Day, int? minute = null) => Sum(k =>
        k.Span == span && k.Name == queue && k.Channel == channel && (minute is null || k.Start == Ten + (minute * TallyKey.MinuteMs)));

    /// <summary>What screens show.</summary>
    public RollingBook Rolling => _book.Rolling(Now);

    /// <summary>The same, worked out of all tallies at once.</summary>
    public RollingCounts Summed(string queue, string channel, string language) => RollingCounts.Of(
        _book.Read(k => k.Span is TallySpan.Minute or TallySpan.Day && (k.Name, k.Channel, k.Language) == (queue, channel, language), Now, withAgents: false)
            .With([]).Select(t => (t.Key, t.Tally)),
        Now);

    /// <summary>Folds the statistics, and lets go of those that are over.</summary>
    public void Fold() => _book.Saved(new StatisticsWrite([], []), (long)(Seconds * 1_000), Now);

    /// <summary>An agent's hours.</summary>
    public Tally Agent(string agentId, int hour = 0, string reason = "") => Sum(k =>
        k.Span == TallySpan.AgentHour && k.Name == agentId && k.Language == reason && k.Start == Ten + (hour * TallyKey.HourMs));

    private static QueuePolicy Queue(string name) => new()
    {
        Name = name,
        Channels = [new("call", WrapUp: new(WrapUpKind.Timed, 30)), new("chat", WrapUp: WrapUpRule.None, ServiceLevelSeconds: 10), new("email")],
        Hours = new OpeningHours
        {
            TimeZone = "UTC",
            Zone = ZoneTable.Of(TimeZoneInfo.Utc),
            Week = [.. Enumerable.Range(1, 7).Select(d => new WeeklyOpening(d, 8 * 60, 18 * 60))],
        },
    };

    private Tally Sum(Func<TallyKey, bool> wanted)
    {
        var sum = new Tally();
        foreach (var tally in _book.Read(wanted, Now, withAgents: true).With([]))
        {
            sum.Add(tally.Tally);
        }

        return sum;
    }

    private void Count()
    {
        var changes = Engine.TakeChanges();
        foreach (var fact in changes.Facts)
        {
            Simulated.Hear(fact);
        }

        _book.Saved(new StatisticsWrite(_book.Count(Engine, changes), null), (long)(Seconds * 1_000), Engine.Now);
    }
}
