using System.Globalization;
using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Bench.Engine;

/// <summary>An engine with agents at work, and a client of it that keeps every ticket moving.</summary>
internal sealed class EngineLoad
{
    private const int BatchCommands = 512;
    private const int CommandsOfATicket = 3;
    private const int Skills = 100;
    private const int SkillsPerAgent = 10;
    private const string Queue = "service";

    private readonly WorkspaceEngine _engine = new(WorkspaceRecord.Empty);
    private readonly Queue<OfferMade> _offers = new();
    private readonly Queue<TicketContent> _prepared = new();
    private readonly Func<int, TicketContent> _content;
    private readonly int _inMotion;
    private long _now = 1_000_000_000_000;
    private int _submitted;
    private int _commands;

    private EngineLoad(Func<WorkspacePolicy, WorkspacePolicy> policy, Func<int, TicketContent> content, int servers)
    {
        _inMotion = Math.Min(servers * 9 / 10, (BatchCommands / CommandsOfATicket) + 1);
        _engine.StartOwner(term: 1, _now);
        _content = content;
        Apply(new ChangePolicy(policy));
    }

    /// <summary>Agents who may serve a tenth of the hundred lanes each.</summary>
    public static EngineLoad Staffed(int agents)
    {
        var load = OneQueue(Skills, agents);
        for (var agent = 0; agent < agents; agent++)
        {
            load.SignIn(Skilled(agent, Enumerable.Range(0, SkillsPerAgent).Select(i => SkillName((agent + (i * SkillsPerAgent)) % Skills))));
        }

        return load;
    }

    /// <summary>A crowd of idle agents, few of whom may serve what is asked.</summary>
    public static EngineLoad WithRareSkill(int agents, int experts)
    {
        var load = OneQueue(skills: 1, experts);
        for (var agent = 0; agent < agents; agent++)
        {
            load.SignIn(Skilled(agent, agent >= agents - experts ? [SkillName(0)] : []));
        }

        return load;
    }

    /// <summary>Agents under a policy in which every ticket is classified and has steps.</summary>
    /// <param name="agents">How many.</param>
    /// <param name="selection">Every queue's strategy.</param>
    public static EngineLoad FullPolicy(int agents, string selection)
    {
        var load = new EngineLoad(initial => Engine.FullPolicy.For(initial, selection), Engine.FullPolicy.Content, agents);
        for (var agent = 0; agent < agents; agent++)
        {
            load.SignIn(Engine.FullPolicy.Profile(agent));
        }

        return load;
    }

    public void PrepareContents(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _prepared.Enqueue(_content(_submitted + i));
        }
    }

    /// <summary>Submits until so many wait beside those that the agents were offered.</summary>
    public void FillQueue(int waiting)
    {
        if (waiting == 0)
        {
            return;
        }

        var target = waiting + _engine.Agents().Count;
        while (_engine.OpenTickets < target)
        {
            Submit();
        }
    }

    /// <summary>
    /// Moves so many whole tickets through: each is submitted, offered, accepted and completed. As an offer is known once changes are taken, as
    /// many tickets are under way as a batch has commands for, or as nine agents of ten can have.
    /// </summary>
    public void Cycle(int tickets)
    {
        TakeChanges();
        for (var i = _offers.Count; i < _inMotion; i++)
        {
            Submit();
        }

        for (var i = 0; i < tickets; i++)
        {
            Submit();
            if (_offers.Count == 0)
            {
                TakeChanges();
            }

            var offer = _offers.Dequeue();
            Apply(new Accept(offer.AgentId, offer.TicketId, offer.OfferNo));
            Apply(new Complete(offer.AgentId, offer.TicketId, 1, "", ""));
        }
    }

    private static EngineLoad OneQueue(int skills, int servers)
    {
        SkillNeed[][] needs = [.. Enumerable.Range(0, skills).Select(s => new[] { new SkillNeed(SkillName(s), 1) })];
        return new EngineLoad(Policy, number => new TicketContent
        {
            Source = "bench",
            ExternalId = number.ToString(CultureInfo.InvariantCulture),
            Channel = "call",
            Queue = Queue,
            Skills = needs[number % needs.Length],
        }, servers);
    }

    private static AgentProfile Skilled(int number, IEnumerable<string> skills) =>
        new() { Id = $"agent-{number.ToString(CultureInfo.InvariantCulture)}", Skills = skills.ToDictionary(s => s, _ => 3) };

    private void SignIn(AgentProfile profile)
    {
        Apply(new PutAgent(profile));
        Apply(new SignIn(profile.Id, profile.Id, TakeOver: false, [], Presence.Available));
    }

    private void Submit() => Apply(new Submit(_prepared.TryDequeue(out var content) ? content : _content(_submitted)));

    private void Apply(Command command)
    {
        _submitted += command is Submit ? 1 : 0;
        var outcome = _engine.Apply(command, _now++);
        if (outcome.IsRefused)
        {
            throw new InvalidOperationException($"{command}: {outcome.Reason} {outcome.Message}");
        }

        if (++_commands % BatchCommands == 0)
        {
            TakeChanges();
        }
    }

    private void TakeChanges()
    {
        foreach (var fact in _engine.TakeChanges().Facts)
        {
            if (fact is OfferMade offer)
            {
                _offers.Enqueue(offer);
            }
        }
    }

    private static WorkspacePolicy Policy(WorkspacePolicy initial) => initial with
    {
        Skills = [.. Enumerable.Range(0, Skills).Select(s => new CodeLabel(SkillName(s)))],
        Channels = [.. initial.Channels.Select(c => c with { WrapUp = WrapUpRule.None, OfferSeconds = 3_600 })],
        Queues = [new QueuePolicy { Name = Queue, Channels = [new QueueChannel("call")] }],
    };

    private static string SkillName(int number) => $"skill-{number.ToString(CultureInfo.InvariantCulture)}";
}
