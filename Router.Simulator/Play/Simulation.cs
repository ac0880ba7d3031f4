using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;

namespace Router.Simulator.Play;

/// <summary>
/// The real engine in virtual time, with callers and agents around it. Each command is applied at its own moment and what comes of it is
/// answered in the same moment: an offer is accepted at once, unless its agent has other habits.
/// </summary>
internal sealed partial class Simulation
{
    /// <summary>When virtual time begins unless told otherwise: 2001-09-09, so that no time is near 0.</summary>
    public const long DefaultStart = 1_000_000_000_000;

    private readonly WorkspaceEngine _engine = new(WorkspaceRecord.Empty);
    private readonly PriorityQueue<Planned, EventKey> _planned = new();
    private readonly Dictionary<string, Call> _calls = [];
    private readonly Dictionary<string, SimulatedAgent> _agents = [];
    private readonly Queue<OfferMade> _offers = [];
    private readonly List<Watcher> _watchers = [];
    private readonly Dictionary<string, Completion> _completions;
    private long _numbers;

    /// <summary>Makes it.</summary>
    /// <param name="policy">The rules, made from those of a new workspace.</param>
    /// <param name="start">When virtual time begins, ms.</param>
    /// <exception cref="SimulationException">The engine refuses the policy.</exception>
    public Simulation(Func<WorkspacePolicy, WorkspacePolicy> policy, long start = DefaultStart)
    {
        Now = start;
        _engine.StartOwner(term: 1, start);
        Do(new ChangePolicy(policy));
        _completions = Policy.Queues.ToDictionary(queue => queue.Name, queue => new Completion(Policy, queue), StringComparer.Ordinal);
    }

    /// <summary>Virtual time, ms.</summary>
    public long Now { get; private set; }

    /// <summary>Calls that wait or are served.</summary>
    public int OpenCalls => _calls.Count;

    /// <summary>The policy in force.</summary>
    public WorkspacePolicy Policy => _engine.Policy;

    /// <summary>Whether a call is let in as a ticket; all of them where it is null. Trunks that are all busy turn callers away before the router.</summary>
    public Func<Call, bool>? LetsIn { get; init; }

    /// <summary>Whether a call that the engine refuses for another cause than a closed or full queue is turned away; else it is an error.</summary>
    public bool TurnsAwayRefused { get; init; }

    /// <summary>How long an agent works after a call, ms, where the queue's policy has wrap-up; as the call itself says where this is null.</summary>
    public Func<SimulatedAgent, Call, long>? WrapUpMs { get; init; }

    /// <summary>Tells somebody what happens from now on.</summary>
    /// <param name="watcher">Who.</param>
    public void Tell(Watcher watcher) => _watchers.Add(watcher);

    /// <summary>Registers an agent, who comes and goes by his shifts.</summary>
    /// <param name="agent">The agent.</param>
    public void Add(SimulatedAgent agent)
    {
        _agents.Add(agent.Id, agent);
        Do(new PutAgent(agent.Profile));
        for (var i = 0; i < agent.Shifts.Count; i++)
        {
            var shift = agent.Shifts[i];
            At(Math.Max(shift.Start, Now), () => SignIn(agent, shift.Narrowed ?? Narrowing.None));
            if (shift.End != Shift.Forever && (i + 1 == agent.Shifts.Count || agent.Shifts[i + 1].Start != shift.End))
            {
                At(shift.End, () => SignOut(agent));
            }
        }

        foreach (var rest in agent.Breaks)
        {
            // Where the policy has no reason to be away for, he signs out.
            var hasReason = Policy.AwayReasons.Count > 0;
            At(Math.Max(rest.Start, Now), hasReason ? () => Set(agent, Presence.Away) : () => SignOut(agent));
            At(Math.Max(rest.End, Now), hasReason ? () => Set(agent, Presence.Available) : () => SignIn(agent, Narrowing.None));
        }
    }

    /// <summary>Lets calls come from somewhere.</summary>
    /// <param name="source">From where.</param>
    public void Add(CallSource source) => PlanNext(source);

    /// <summary>Plans one call.</summary>
    /// <param name="call">The call.</param>
    public void Add(Call call) => Plan(call.At, PlannedKind.Arrive, call);

    /// <summary>Plans anything else.</summary>
    /// <param name="at">When, virtual time in ms, not before <see cref="Now"/>.</param>
    /// <param name="act">What.</param>
    public void At(long at, Action act) => Plan(at, PlannedKind.Act, act);

    /// <summary>An agent takes nothing new, and ends his session once nothing is in hand. Without effect when he has none.</summary>
    /// <param name="agent">The agent.</param>
    public void SignOut(SimulatedAgent agent)
    {
        if (agent.SessionId.Length > 0)
        {
            Do(new SignOut(agent.Id, agent.SessionId, WorkInHand.Finish));
            agent.SessionId = "";
        }
    }

    /// <summary>An agent takes nothing new after the work in hand, or takes work again. Without effect when he is not signed in.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="presence"><see cref="Presence.Away"/> or <see cref="Presence.Available"/>.</param>
    public void Set(SimulatedAgent agent, Presence presence)
    {
        if (agent.SessionId.Length > 0)
        {
            Do(new SetPresence(agent.Id, presence, presence == Presence.Away ? Policy.AwayReasons[0].Code : "", AtOnce: false));
        }
    }

    /// <summary>Lets time pass: all that is planned up to a moment, and all that the engine does by time.</summary>
    /// <param name="until">The moment, virtual time in ms.</param>
    public void Run(long until)
    {
        while (RunNext(until))
        {
        }

        Now = Math.Max(Now, until);
    }

    /// <summary>Lets time pass until no call is open any more, or a moment has come.</summary>
    /// <param name="until">The moment, virtual time in ms.</param>
    public void RunOut(long until)
    {
        while (_calls.Count > 0 && RunNext(until))
        {
        }
    }

    /// <summary>Lets time pass until all calls have come and are over.</summary>
    /// <exception cref="SimulationException">A call waits that nobody will ever take.</exception>
    public void RunEmpty()
    {
        while (_planned.Count > 0 || _calls.Count > 0)
        {
            if (!RunNext(long.MaxValue - 1))
            {
                throw new SimulationException($"{_calls.Count} calls wait, and nobody will ever take them: let them lose patience, or agents stay.");
            }
        }
    }

    /// <summary>An agent begins a session, available; one who has one goes on, narrowed otherwise.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="narrowed">What he takes less than his profile has. Where nothing of it is left under the policy he is not there.</param>
    private void SignIn(SimulatedAgent agent, Narrowing narrowed)
    {
        if (narrowed.Session(Policy, agent.Profile) is not var (channels, languages))
        {
            SignOut(agent);
            return;
        }

        // One who was sent away for what he missed stays so.
        var presence = agent.SessionId.Length > 0 ? _engine.AgentMoment(agent.Id)!.Value.Presence : Presence.Available;
        agent.SessionId = agent.SessionId.Length > 0 ? agent.SessionId : $"{agent.Id}-{++_numbers}";
        // One who still finishes what he had in hand comes back.
        Do(new SignIn(agent.Id, agent.SessionId, TakeOver: true, channels, presence) { Languages = languages });
    }

    private bool RunNext(long until)
    {
        var isPlanned = _planned.TryPeek(out _, out var key);
        var next = isPlanned ? Math.Min(key.At, _engine.NextDeadline) : _engine.NextDeadline;
        if (next > until)
        {
            return false;
        }

        Now = next;
        if (isPlanned && key.At == next)
        {
            Happen(_planned.Dequeue());
        }
        else
        {
            _engine.Advance(next);
            Hear();
        }

        AnswerOffers();
        return true;
    }

    private void Happen(Planned planned)
    {
        switch (planned.Kind)
        {
            case PlannedKind.Arrive:
                Arrive((Call)planned.Who);
                break;
            case PlannedKind.LosePatience:
                LosePatience((Call)planned.Who);
                break;
            case PlannedKind.FinishTalk:
                FinishTalk((Call)planned.Who);
                break;
            case PlannedKind.FinishWrapUp:
                FinishWrapUp((Call)planned.Who);
                break;
            default:
                ((Action)planned.Who)();
                break;
        }
    }

    private void Do(Command command)
    {
        Apply(command);
        Hear();
    }

    private object? Apply(Command command) => ValueOf(_engine.Apply(command, Now), command.GetType().Name);

    private static object? ValueOf(Outcome outcome, string command) => outcome.IsRefused
        ? throw new SimulationException($"{command} was refused: {outcome.Reason}. {outcome.Message}")
        : outcome.Value;

    private void Hear()
    {
        foreach (var fact in _engine.TakeChanges().Facts)
        {
            Hear(fact);
        }
    }

    private void Hear(Fact fact)
    {
        switch (fact)
        {
            case OfferMade offer:
                _offers.Enqueue(offer);
                break;
            case TicketEntered entered:
                Enter(_calls[entered.TicketId], entered);
                break;
            case TicketAssigned assigned:
                Assign(_calls[assigned.TicketId], assigned);
                break;
            case FollowUpPlanned planned:
                Follow(_calls[planned.TicketId], planned);
                break;
            case PresenceChanged { BySystem: true, Pending: false, Presence: Presence.Away } sent:
                ComeBack(_agents[sent.AgentId]);
                break;
        }

        foreach (var watcher in _watchers)
        {
            Tell(watcher, fact);
        }

        if (fact is TicketLeft or TicketCompleted)
        {
            Close(((TicketFact)fact).TicketId);
        }
    }

    private void Tell(Watcher watcher, Fact fact)
    {
        watcher.OnFact(fact);
        switch (fact)
        {
            case TicketEntered entered:
                watcher.OnEntered(_calls[entered.TicketId], entered);
                break;
            case TicketAssigned assigned:
                watcher.OnAnswered(_calls[assigned.TicketId], assigned);
                break;
            case TicketLeft left:
                watcher.OnLeft(_calls[left.TicketId], left);
                break;
            case TicketCompleted completed:
                watcher.OnCompleted(_calls[completed.TicketId], completed);
                break;
        }
    }

    private void PlanNext(CallSource source)
    {
        if (source.Next() is { } call)
        {
            call.Source = source;
            Plan(call.At, PlannedKind.Arrive, call);
        }
    }

    private void Plan(long at, PlannedKind kind, object who) => _planned.Enqueue(new Planned(kind, who), new EventKey(at, ++_numbers));
}
