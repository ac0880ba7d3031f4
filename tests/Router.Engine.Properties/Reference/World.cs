using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>All that the model knows: plain lists, searched from the front to the end whenever something is asked.</summary>
/// <param name="clockSpeed">How much faster than real time the clock runs.</param>
internal sealed class World(double clockSpeed)
{
    private List<TicketRecord> _tickets = [];
    private List<AgentRecord> _agents = [];

    public double ClockSpeed { get; } = clockSpeed;

    public long Now { get; set; }

    public long Term { get; set; }

    public long LastTicket { get; set; }

    public string NextTicketId => $"{Term:x}-{LastTicket + 1:x}";

    public long LastAgent { get; set; }

    public WorkspacePolicy Policy { get; set; } = WorkspacePolicy.Initial;

    /// <summary>Open tickets in the order of their ids.</summary>
    public IReadOnlyList<TicketRecord> Tickets => _tickets;

    /// <summary>Registered agents by id.</summary>
    public IReadOnlyList<AgentRecord> Agents => _agents;

    /// <summary>Tickets that ended, the latest end of each.</summary>
    public Dictionary<string, TicketRecord> Closed { get; } = [];

    /// <summary>Those that ended by the last input.</summary>
    public List<TicketRecord> JustClosed { get; } = [];

    /// <summary>Who handed a ticket over, and when.</summary>
    public List<(string TicketId, string AgentId, long At)> Handovers { get; } = [];

    /// <summary>What is remembered of customers, each once.</summary>
    public List<CustomerRecord> Customers { get; } = [];

    /// <summary>Tickets that are being offered to one agent after the other, of a queue that offers to several at once.</summary>
    public List<string> Rounds { get; } = [];

    /// <summary>Whose turn it is in queues that give work in turn.</summary>
    public SelectionOrder Order { get; } = new();

    /// <summary>A policy was published and has yet to reach the open tickets; with due times computed anew if that was asked for.</summary>
    public (long At, bool Reprices)? Renewal { get; set; }

    /// <summary>The facts that the engine emitted for this input: of choices that the rules leave open they say which was taken.</summary>
    public IReadOnlyList<Fact> Facts { get; set; } = [];

    /// <summary>The engine refused what it was told: of what the model cannot know that is taken as it is.</summary>
    public bool WasRefused { get; set; }

    public IEnumerable<TicketRecord> Queued => _tickets.Where(t => t.State == TicketState.Queued);

    public TicketRecord? Ticket(string id) => _tickets.Find(t => t.Id == id);

    public AgentRecord? Agent(string id) => _agents.Find(a => a.Profile.Id == id);

    /// <summary>What an agent has or is offered, alone or with others.</summary>
    public List<TicketRecord> InHand(string agentId) => _tickets.FindAll(t => Rulebook.Holders(t).Contains(agentId));

    /// <summary>So much does he carry: also what he is asked to take over or to join, as if it were offered to him, and what he has joined, as if it were his.</summary>
    public List<TicketRecord> Load(string agentId) =>
    [
        .. InHand(agentId),
        .. _tickets.Where(t => t.PeerOffer?.AgentId == agentId).Select(t => t with { State = TicketState.Offered, AgentId = agentId }),
        .. _tickets.Where(t => t.Participants.Any(p => p.AgentId == agentId)).Select(t => t with { AgentId = agentId }),
    ];

    public TicketRecord? HeldFor(string agentId) => _tickets.Find(t => t.HeldAgentId == agentId);

    public QueuePolicy? Queue(string name) => Policy.Queues.FirstOrDefault(q => q.Name == name);

    public ChannelPolicy Channel(TicketRecord ticket) => Rulebook.Channel(Policy, ticket.Content.Channel);

    /// <summary>What the ticket's queue says of its channel; null where it no longer takes it.</summary>
    public QueueChannel? OwnChannel(TicketRecord ticket) =>
        Queue(ticket.Content.Queue)!.Channels.FirstOrDefault(c => c.Channel == ticket.Content.Channel);

    public long RealMs(double seconds) => (long)(seconds * 1_000 * ClockSpeed);

    /// <summary>The ticket is so from now on.</summary>
    public TicketRecord Put(TicketRecord ticket)
    {
        var before = Ticket(ticket.Id);
        if (before?.State != ticket.State)
        {
            ticket = ticket with { StateSince = Now };
        }

        _tickets = [.. _tickets.Where(t => t.Id != ticket.Id).Append(ticket).OrderBy(t => t.Counter)];
        return ticket;
    }

    public AgentRecord Put(AgentRecord agent)
    {
        _agents = [.. _agents.Where(a => a.Profile.Id != agent.Profile.Id).Append(agent).OrderBy(a => a.Profile.Id, StringComparer.Ordinal)];
        return agent;
    }

    public void Remove(AgentRecord agent) => _agents.RemoveAll(a => a.Profile.Id == agent.Profile.Id);

    /// <summary>The ticket has ended.</summary>
    public void Close(TicketRecord ticket, TicketState final)
    {
        _tickets.RemoveAll(t => t.Id == ticket.Id);
        Closed[ticket.Id] = ticket with { State = final, StateSince = Now };
        JustClosed.Add(Closed[ticket.Id]);
    }
}
