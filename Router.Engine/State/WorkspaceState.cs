using Router.Engine.Classification;
using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Hours;
using Router.Engine.Policies;

namespace Router.Engine.State;

/// <summary>Everything the engine knows of a workspace, and the facts and changes of the batch under way.</summary>
internal sealed class WorkspaceState(double clockSpeed)
{
    private WaitClass[][]? _waitClassGroups;

    /// <summary>How much faster than real time the engine's clock runs: real-time limits are stretched by it.</summary>
    public double ClockSpeed { get; } = clockSpeed;

    public long Now { get; set; }

    public long Term { get; set; }

    public long LastTicket { get; set; }

    public long LastAgent { get; set; }

    public long LastFact { get; set; }

    public WorkspacePolicy Policy { get; set; } = WorkspacePolicy.Initial;

    /// <summary>The policy's rules for tickets that name no queue.</summary>
    public Classifier Classifier { get; set; } = new(WorkspacePolicy.Initial);

    public HashSet<string> Skills { get; } = new(StringComparer.Ordinal);

    public QueueTable Queues { get; } = new();

    /// <summary>When queues are open that are not always.</summary>
    public Dictionary<string, OpeningCalendar> Calendars { get; } = new(StringComparer.Ordinal);

    /// <summary>Idle agents whom queues keep free.</summary>
    public List<Reserve> Reserves { get; } = [];

    /// <summary>Agents who were kept free may be given what waits now.</summary>
    public bool ReserveHasRisen { get; set; }

    /// <summary>Some queue has hours or limits, and may not take a ticket that comes to it.</summary>
    public bool HasAdmission { get; set; }

    public List<ChannelSlot> Channels { get; } = [];

    public TicketTable Tickets { get; } = new();

    public TicketPool ClosedTickets { get; } = new();

    public AgentTable Agents { get; } = new();

    /// <summary>Agents by slot; null where one was deleted.</summary>
    public List<Agent?> AgentSlots { get; } = [];

    /// <summary>The capacities that were worked out last: who has the same shares them.</summary>
    public ChannelRoom[] LastCapacities { get; set; } = [];

    /// <summary>By slot, as found when the agent last took his place among the idle.</summary>
    public AgentRank[] AgentRanks { get; private set; } = new AgentRank[64];

    public Stack<int> FreeAgentSlots { get; } = [];

    public NewAgents NewAgents { get; } = new();

    public AgentsByQueue AgentsByQueue { get; } = new();

    public Dictionary<string, Lane> Lanes { get; } = new(StringComparer.Ordinal);

    /// <summary>Lanes of tickets that wait for one agent alone, by agent and channel index. A list without tickets is dropped.</summary>
    public Dictionary<(string AgentId, int Channel), Lane> PersonalLanes { get; } = [];

    /// <summary>Lanes by slot; null where one was dropped.</summary>
    public List<Lane?> LaneSlots { get; } = [];

    public Stack<int> FreeLaneSlots { get; } = [];

    /// <summary>Slots of lanes in which live tickets wait.</summary>
    public SlotSet LiveLanes { get; } = new();

    /// <summary>Slots of lanes in which interruptible tickets wait.</summary>
    public SlotSet InterruptibleLanes { get; } = new();

    /// <summary>What is remembered of customers.</summary>
    public CustomerMemory Customers { get; } = new();

    /// <summary>The policy has tickets that may wait for an agent who knows their customer.</summary>
    public bool UsesKnownAgents { get; set; }

    public Dictionary<PlanKey, RoutingPlan> Plans { get; } = [];

    public Dictionary<WaitClassKey, WaitClass> WaitClasses { get; } = [];

    /// <summary>The same classes in the order in which they were made.</summary>
    public List<WaitClass> WaitClassList { get; } = [];

    /// <summary>The same classes by queue.</summary>
    public Dictionary<string, QueueWaits> WaitsByQueue { get; } = new(StringComparer.Ordinal);

    /// <summary>The same classes by queue, channel and language, those of one together: put in order when somebody asks, until one is added.</summary>
    public IReadOnlyList<WaitClass[]> WaitClassGroups => _waitClassGroups ??=
    [
        .. WaitClassList.GroupBy(c => (c.Queue, c.Channel, c.Language)).Select(g => g.ToArray())
            .OrderBy(g => g[0].Queue, StringComparer.Ordinal)
            .ThenBy(g => g[0].Channel.Name, StringComparer.Ordinal)
            .ThenBy(g => g[0].Language, StringComparer.Ordinal),
    ];

    /// <summary>What the queues' strategies go by.</summary>
    public SelectionLists Selecting { get; } = new();

    /// <summary>Slots of agents at concurrent live work who could be held for an exclusive ticket.</summary>
    public SlotSet Holdable { get; } = new();

    /// <summary>Registered agents by language.</summary>
    public Dictionary<string, int> AgentsByLanguage { get; } = new(StringComparer.Ordinal);

    /// <summary>The counts by language have changed since the idle agents were put in order.</summary>
    public bool IdleOrderIsStale { get; set; }

    /// <summary>Slots of agents who are available or at work.</summary>
    public SlotSet Counted { get; } = new();

    public DeadlineQueue Deadlines { get; } = new();

    /// <summary>Waiting tickets, by counter, that have become unroutable or routable and are not yet flagged so.</summary>
    public SortedDictionary<long, Ticket> Reviews { get; } = [];

    /// <summary>Open tickets, by counter, that are flagged as unroutable.</summary>
    public SortedDictionary<long, Ticket> Unroutable { get; } = [];

    /// <summary>The policy in force has not reached all tickets yet; null when it has.</summary>
    public Renewal? Renewal { get; set; }

    public AlarmBook Alarms { get; } = new();

    public CallBackBook CallBacks { get; } = new();

    public SortedSet<string> QueuesWithoutAgents { get; } = new(StringComparer.Ordinal);

    /// <summary>When time next does something; <see cref="DeadlineQueue.None"/> when it never does.</summary>
    public long NextDeadline =>
        Reviews.Count > 0 ? Now : Math.Min(Deadlines.NextAt, Renewal?.Record.NextAt ?? DeadlineQueue.None);

    public Batch Batch { get; } = new();

    /// <summary>Makes a fact true now.</summary>
    public void Emit(Fact fact)
    {
        fact.Number = ++LastFact;
        fact.At = Now;
        Batch.Facts.Add(fact);
    }

    /// <summary>Makes a fact about a ticket true now, and writes it into the ticket's history.</summary>
    public void Emit(Ticket ticket, TicketFact fact, string agentId = "", string detail = "", Actor? by = null)
    {
        fact.Content = ticket.Content;
        fact.EnteredAt = ticket.EnteredAt;
        Emit(fact);
        ticket.Remember(new(Now, fact.Kind, agentId, detail, by));
        MarkChanged(ticket);
    }

    public void MarkChanged(Ticket ticket)
    {
        if (ticket.IsSaved)
        {
            ticket.IsSaved = false;
            Batch.Tickets.Add(ticket);
        }
    }

    public void MarkChanged(Agent agent)
    {
        if (agent.IsSaved)
        {
            agent.IsSaved = false;
            Batch.Agents.Add(agent);
        }
    }

    public void MarkChanged(Customer customer)
    {
        if (customer.IsSaved)
        {
            customer.IsSaved = false;
            Batch.Customers.Add(customer);
        }
    }

    public void MarkChanged(WaitClass waitClass)
    {
        if (waitClass.IsSaved)
        {
            waitClass.IsSaved = false;
            Batch.WaitClasses.Add(waitClass);
        }
    }

    public void Add(WaitClassKey key, WaitClass waitClass)
    {
        waitClass.Use(Queues);
        WaitClasses.Add(key, waitClass);
        WaitClassList.Add(waitClass);
        if (!WaitsByQueue.TryGetValue(key.Queue, out var waits))
        {
            WaitsByQueue.Add(key.Queue, waits = new QueueWaits());
        }

        waits.Add(waitClass);
        _waitClassGroups = null;
    }

    /// <summary>A slot for one more agent.</summary>
    public int TakeAgentSlot()
    {
        if (FreeAgentSlots.TryPop(out var free))
        {
            return free;
        }

        var slot = AgentSlots.Count;
        AgentSlots.Add(null);
        if (slot == AgentRanks.Length)
        {
            var ranks = AgentRanks;
            Array.Resize(ref ranks, slot * 2);
            AgentRanks = ranks;
        }

        return slot;
    }

    public SlotSet LanesWithTickets(Lane lane) => lane.Channel.IsLive ? LiveLanes : InterruptibleLanes;

    public ChannelSlot? Channel(string name)
    {
        foreach (var channel in Channels)
        {
            if (channel.Name == name)
            {
                return channel;
            }
        }

        return null;
    }

    /// <summary>Milliseconds of engine time that pass in so many seconds of real time.</summary>
    public long RealSeconds(double seconds) => (long)(seconds * 1_000 * ClockSpeed);

    /// <summary>Puts the idle agents in order anew, if the counts by language have changed.</summary>
    public void OrderIdle()
    {
        if (!IdleOrderIsStale)
        {
            return;
        }

        IdleOrderIsStale = false;
        foreach (var agent in Agents.Values)
        {
            agent.RarestLanguage = RarestLanguage(agent);
            agent.IdleKey = agent.IdleKey with { RarestLanguage = agent.RarestLanguage };
        }

        Selecting.Order(Agents.Values);
    }

    private int RarestLanguage(Agent agent)
    {
        var rarest = int.MaxValue;
        foreach (var language in agent.Profile.Languages.Keys)
        {
            rarest = Math.Min(rarest, AgentsByLanguage.GetValueOrDefault(language));
        }

        return rarest;
    }
}
