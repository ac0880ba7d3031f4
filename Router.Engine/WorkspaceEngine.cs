using System.Collections.Frozen;
using Router.Engine.Agents;
using Router.Engine.Alarms;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Persistence;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.State;
using Router.Engine.Transitions;

namespace Router.Engine;

/// <summary>
/// The one entrance to the routing of a workspace: a deterministic state machine without I/O, clock, threads or chance.
/// The same commands at the same times give the same facts. Not for use by two threads at once.
/// </summary>
/// <remarks>
/// The owner calls <see cref="Advance"/> and <see cref="Apply"/> as often as he likes, then <see cref="TakeChanges"/> once,
/// saves these as a whole, and only then tells anybody what came of it.
/// </remarks>
public sealed class WorkspaceEngine
{
    /// <summary>Most deadlines that one call of <see cref="Advance"/> runs when it is not told otherwise.</summary>
    public const int DefaultSlice = 500;

    private readonly WorkspaceState _state;

    /// <summary>Goes on where a workspace was saved.</summary>
    /// <param name="saved">All that was saved, or <see cref="WorkspaceRecord.Empty"/>.</param>
    /// <param name="clockSpeed">How much faster than real time the clock runs whose times come in, above 0:
    /// offers' times to live and session graces are kept in real time.</param>
    public WorkspaceEngine(WorkspaceRecord saved, double clockSpeed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(clockSpeed);
        _state = Loading.Load(saved, clockSpeed);
    }

    /// <summary>Engine time, ms since 1970. It never runs backwards, across owners too.</summary>
    public long Now => _state.Now;

    /// <summary>When time next does something, engine time in ms; <see cref="long.MaxValue"/> when it never does.</summary>
    public long NextDeadline => _state.NextDeadline;

    /// <summary>The policy in force.</summary>
    public WorkspacePolicy Policy => _state.Policy;

    /// <summary>Number of the last fact, 0 before the first: what is asked of the engine now is true after it and before the next one.</summary>
    public long LastFact => _state.LastFact;

    /// <summary>How many tickets are open.</summary>
    public int OpenTickets => _state.Tickets.Count;

    /// <summary>Lets time pass: runs the deadlines up to it, in order.</summary>
    /// <param name="now">Engine time in ms.</param>
    /// <param name="most">Most deadlines to run in this call.</param>
    /// <returns>Whether more are due, which have to be run before a command of this time.</returns>
    public bool Advance(long now, int most = DefaultSlice) => RunDeadlines.Run(_state, now, most);

    /// <summary>Applies a command at its time. A refused command changes nothing.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="now">When it arrived, engine time in ms; deadlines up to it must have been run.</param>
    /// <returns>What became of it.</returns>
    public Outcome Apply(Command command, long now)
    {
        while (Advance(now))
        {
        }

        var outcome = ApplyCommand.Apply(_state, command);
        Dispatch.FeedReserves(_state);
        return outcome;
    }

    /// <summary>
    /// Goes on after an outage of the router or its store: customers' time ran on, agents' time did not. Open offers are withdrawn
    /// without blame, wrap-up and cool-downs move by the outage, and nobody loses work for a minute at the least.
    /// </summary>
    /// <param name="term">The owner's term.</param>
    /// <param name="now">Engine time in ms.</param>
    /// <param name="sessionsLive">Whether the agents' streams were here all the time; otherwise each has to resume its session.</param>
    /// <param name="writesLost">Whether the store lost acknowledged changes, which is announced.</param>
    public void StartOwner(long term, long now, bool sessionsLive = false, bool writesLost = false) =>
        OwnerStart.Apply(_state, term, now, sessionsLive, writesLost);

    /// <summary>All that stands against a policy, for whoever wants to know before he publishes it.</summary>
    /// <param name="next">The policy; its version is ignored.</param>
    public IReadOnlyList<PolicyMistake> Mistakes(WorkspacePolicy next) => [.. PolicyCheck.Mistakes(_state, next)];

    /// <summary>What has changed since it was last asked: to be saved before anything of it is told.</summary>
    public Changes TakeChanges() => Saving.Take(_state);

    /// <summary>An open ticket, or null.</summary>
    /// <param name="ticketId">Its id.</param>
    public TicketRecord? Ticket(string ticketId) =>
        _state.Tickets.TryGetValue(ticketId, out var ticket) ? Saving.ToRecord(ticket) : null;

    /// <summary>The ids of a source's open tickets. All tickets are looked through for it.</summary>
    /// <param name="source">The source.</param>
    public IReadOnlyList<string> TicketsOf(string source) => [.. _state.Tickets.Values.Where(t => t.Content.Source == source).Select(t => t.Id)];

    /// <summary>Where a waiting ticket stands, or null when it does not wait.</summary>
    /// <param name="ticketId">Its id.</param>
    public WaitingPlace? Place(string ticketId) =>
        _state.Tickets.TryGetValue(ticketId, out var ticket) ? Places.Of(_state, ticket) : null;

    /// <summary>A registered agent with his work in hand, or null.</summary>
    /// <param name="agentId">His id.</param>
    public AgentView? Agent(string agentId) =>
        _state.Agents.TryGetValue(agentId, out var agent) ? AgentViews.Of(_state, agent) : null;

    /// <summary>What a registered agent does now, or null.</summary>
    /// <param name="agentId">His id.</param>
    public AgentMoment? AgentMoment(string agentId) =>
        _state.Agents.TryGetValue(agentId, out var agent) ? LiveAgentQuery.Moment(agent) : null;

    /// <summary>A queue of the policy, or null.</summary>
    /// <param name="name">Its name.</param>
    public QueuePolicy? Queue(string name) => _state.Queues.Find(name);

    /// <summary>Whether an agent is registered.</summary>
    /// <param name="agentId">His id.</param>
    public bool IsRegistered(string agentId) => _state.Agents.ContainsKey(agentId);

    /// <summary>What to call an agent on a screen: his name, else his id.</summary>
    /// <param name="agentId">His id, known or not.</param>
    public string NameOf(string agentId) =>
        _state.Agents.TryGetValue(agentId, out var agent) && agent.Profile.Name.Length > 0 ? agent.Profile.Name : agentId;

    /// <summary>All registered agents, by id.</summary>
    public IReadOnlyList<AgentRecord> Agents() =>
        [.. _state.Agents.InOrder.Select(a => Saving.ToRecord(_state, a))];

    /// <summary>The profiles of all registered agents, by id.</summary>
    public IReadOnlyList<AgentProfile> Profiles() => [.. _state.Agents.InOrder.Select(a => a.Profile)];

    /// <summary>Every queue and channel of the policy and language that tickets came in for, by name.</summary>
    public IReadOnlyList<LiveRow> LiveRows() => LiveRowQuery.Rows(_state, new LiveStaff(_state));

    /// <summary>The languages of a queue that have waits of their own, at most 100: each that tickets came in for, or none.</summary>
    /// <param name="queue">The queue.</param>
    public IReadOnlySet<string> WaitLanguages(string queue) =>
        _state.WaitsByQueue.TryGetValue(queue, out var waits) ? waits.Languages : FrozenSet<string>.Empty;

    /// <summary>Every queue of the policy, by name, and the rows of <see cref="LiveRows"/>: what agents do is looked at once for both.</summary>
    public (IReadOnlyList<LiveQueue> Queues, IReadOnlyList<LiveRow> Rows) LiveBoard()
    {
        var staff = new LiveStaff(_state);
        return (LiveQueueQuery.Queues(_state, staff), LiveRowQuery.Rows(_state, staff));
    }

    /// <summary>The alarms that are up, by queue, channel and figure.</summary>
    public IReadOnlyList<AlarmRecord> Alarms() => [.. _state.Alarms.Records.Where(a => a.IsUp)];

    /// <summary>The service levels that are watched: what they are comes in by <see cref="ReportServiceLevel"/>.</summary>
    public IEnumerable<LevelGauge> LevelGauges() => _state.Alarms.Gauges
        .Where(g => g.Figure == AlarmFigure.ServiceLevel)
        .Select(g => new LevelGauge(g.Record.Key, g.Limit, g.Record.Reported));

    /// <summary>Every registered agent, by id.</summary>
    public IReadOnlyList<LiveAgent> LiveAgents() => LiveAgentQuery.Agents(_state);

    /// <summary>One of them, or null when nobody of this id is registered.</summary>
    /// <param name="agentId">His id.</param>
    public LiveAgent? LiveAgent(string agentId) => _state.Agents.TryGetValue(agentId, out var agent) ? LiveAgentQuery.Of(_state, agent) : null;

    /// <summary>Open tickets in their order, a page of them.</summary>
    /// <param name="asked">Which.</param>
    public TicketPage Tickets(TicketQuery asked) => TicketListQuery.Page(_state, asked);

    /// <summary>Why a ticket is where it is, or null when it is not open.</summary>
    /// <param name="ticketId">Its id.</param>
    /// <param name="agentId">Whom to tell what keeps him from it; nobody when empty or not registered.</param>
    public Explanation? Explain(string ticketId, string agentId = "") =>
        _state.Tickets.TryGetValue(ticketId, out var ticket)
            ? ExplainQuery.Of(_state, ticket, _state.Agents.Find(agentId))
            : null;
}
