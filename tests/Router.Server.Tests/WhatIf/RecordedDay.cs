using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.Envelopes;
using Router.Server.WhatIf;
using Contract = Router.V1;

namespace Router.Server.Tests.WhatIf;

/// <summary>An engine in which agents do one thing after the other, drawn by a seed, and what is heard of it in its events. What is refused changes nothing.</summary>
internal sealed class RecordedDay
{
    private const int LongestPauseMs = 20_000;
    private static readonly HandoverTarget ToQueue = new("service", null, []);

    private readonly Random _random;
    private int _drawn;

    public RecordedDay(int seed)
    {
        _random = new Random(seed);
        Engine = new WorkspaceEngine(WorkspaceRecord.Empty);
        Engine.StartOwner(1, Now);
        Book = new AtWorkBook(Now);
        Do(new ChangePolicy(p => p with
        {
            Queues = [new QueuePolicy { Name = "service", Channels = [new("call", WrapUp: new(WrapUpKind.Timed, 30)), new("chat"), new("email")] }],
        }));
        foreach (var agent in Agents)
        {
            Do(new PutAgent(new AgentProfile { Id = agent }));
        }
    }

    public static IReadOnlyList<string> Agents { get; } = ["anna", "bob", "cid", "dan"];

    /// <summary>Engine time, ms.</summary>
    public long Now { get; private set; } = 1_772_445_600_000;

    public WorkspaceEngine Engine { get; }

    public AtWorkBook Book { get; }

    /// <summary>The kinds of facts that ended an assignment.</summary>
    public HashSet<string> Ends { get; } = [];

    public void DoSomething() => Do(Drawn());

    /// <summary>Lets time pass, at most until something happens by itself: up to then all stays as it is.</summary>
    public void PassTime()
    {
        var next = Now + 1 + _random.Next(LongestPauseMs);
        Now = Engine.NextDeadline > Now ? Math.Min(next, Engine.NextDeadline) : next;
        while (Engine.Advance(Now))
        {
        }

        Hear();
    }

    private Command Drawn()
    {
        var agent = Agents[_random.Next(Agents.Count)];
        var view = Engine.Agent(agent)!;
        var session = view.Record.SessionId;
        var tickets = view.Tickets.Concat(view.PeerOffers).ToList();
        var ticket = tickets.Count > 0 ? tickets[_random.Next(tickets.Count)] : null;
        var (id, assignment) = (ticket?.Id ?? "none", ticket?.AssignmentNo ?? 0);
        var other = new HandoverTarget("", null, [], Agents[_random.Next(Agents.Count)]);
        return _random.Next(34) switch
        {
            < 6 => Submitted(),
            < 12 => new Accept(agent, id, ticket?.OfferNo ?? 0),
            < 14 => new SignIn(agent, $"s{++_drawn}", TakeOver: _random.Next(4) == 0, [], Presence.Available),
            < 16 => new Complete(agent, id, assignment, "", ""),
            16 => new Decline(agent, id, ticket?.OfferNo ?? 0, ""),
            17 => new SetPresence(agent, Presence.Away, "break", AtOnce: _random.Next(2) == 0),
            < 20 => new SetPresence(agent, Presence.Available, "", AtOnce: false),
            20 => new LoseSession(agent, session, Now),
            < 23 => new ResumeSession(agent, session),
            // Not to finish first: that he is about to leave is told by no event.
            23 => new SignOut(agent, session, _random.Next(2) == 0 ? WorkInHand.HandBack : WorkInHand.Park),
            24 => new Park(agent, id, assignment, Now + 60_000, UntilAnswer: false, "", SameAgent: _random.Next(2) == 0),
            25 => new Transfer(agent, id, assignment, ToQueue, ""),
            26 => new Transfer(agent, id, assignment, other, "", IsWarm: true),
            27 => new ReportCallBack(agent, id, assignment, "no_answer"),
            28 => new End(id),
            29 => new AssignTickets([id], SkipRefused: false, "asked", By: null, other.AgentId, PastCapacity: true),
            30 => new CompleteTickets([id], SkipRefused: false, "asked", By: null, ""),
            < 33 => new DrainAgents([agent], _random.Next(2) == 0 ? 0 : Now + 5_000, Stop: _random.Next(2) == 0, By: null, ""),
            _ => new ReportCallBack(agent, id, assignment, "busy"),
        };
    }

    private Submit Submitted()
    {
        var channel = new[] { "call", "chat", "email" }[_random.Next(3)];
        return new Submit(
            new TicketContent { Source = "test", ExternalId = $"{++_drawn}", Channel = channel, Queue = "service" },
            CallBack: channel == "call" && _random.Next(2) == 0 ? new CallBack("+1 555", 0, 0, "") : null);
    }

    private void Do(Command command)
    {
        Engine.Apply(command, Now);
        Hear();
    }

    private void Hear()
    {
        var changes = Engine.TakeChanges();
        var pack = new PackWriter();
        EventWriter.Write(pack, "default", changes);
        using var bytes = new MemoryStream(pack.Written.ToArray());
        while (bytes.Position < bytes.Length)
        {
            var told = Contract.Event.Parser.ParseDelimitedFrom(bytes);
            Book.Hear(told, told.Time.ToDateTimeOffset().ToUnixTimeMilliseconds());
        }

        Ends.UnionWith(changes.Facts.Where(fact => AssignmentEnd.HandledMs(fact) is not null).Select(fact => fact.GetType().Name));
    }
}
