using Router.Engine.Policies;
using Router.Engine.Properties.Drawing;
using Router.Engine.Properties.Reference;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>All that can be seen of a workspace from outside at one moment.</summary>
internal sealed class Snapshot
{
    private readonly ILookup<string, TicketRecord> _inHand;
    private readonly Dictionary<string, TicketRecord> _heldFor;

    /// <summary>What the engine says.</summary>
    public Snapshot(Moment moment, double clockSpeed)
        : this(
            moment,
            moment.Engine.Policy,
            moment.Engine.Agents(),
            [.. moment.Saved.Open.Keys.Select(id => Open(moment.Engine, id)).OrderBy(t => t.Counter)],
            moment.Engine.Now,
            clockSpeed)
    {
    }

    /// <summary>What the model says, of an engine at the same moment.</summary>
    public Snapshot(Moment moment, World world)
        : this(moment, world.Policy, world.Agents, world.Tickets, world.Now, world.ClockSpeed)
    {
    }

    private Snapshot(
        Moment moment, WorkspacePolicy policy, IReadOnlyList<AgentRecord> agents, IReadOnlyList<TicketRecord> tickets, long now, double clockSpeed)
    {
        Moment = moment;
        Policy = policy;
        Agents = agents;
        Tickets = tickets;
        Now = now;
        ClockSpeed = clockSpeed;
        _inHand = Tickets.SelectMany(t => Rulebook.Holders(t).Select(h => (Holder: h, Ticket: t)))
            .Concat(Tickets.Where(t => t.PeerOffer is not null).Select(t => (Holder: t.PeerOffer!.AgentId, Ticket: AsOffered(t))))
            .Concat(Tickets.SelectMany(t => t.Participants.Select(p => (Holder: p.AgentId, Ticket: t with { AgentId = p.AgentId }))))
            .OrderBy(p => p.Ticket.Counter).ToLookup(p => p.Holder, p => p.Ticket);
        _heldFor = [];
        foreach (var ticket in Tickets.Where(t => t.HeldAgentId.Length > 0))
        {
            Broken.If(!_heldFor.TryAdd(ticket.HeldAgentId, ticket), $"{ticket.HeldAgentId} is held for two tickets.");
        }
    }

    public Moment Moment { get; }

    public double ClockSpeed { get; }

    public IReadOnlyList<AgentRecord> Agents { get; }

    public IReadOnlyList<TicketRecord> Tickets { get; }

    public long Now { get; }

    public WorkspacePolicy Policy { get; }

    public IEnumerable<TicketRecord> Queued => Tickets.Where(t => t.State == TicketState.Queued);

    /// <summary>Nothing that is due remains to be done.</summary>
    public bool IsSettled => Moment.Engine.NextDeadline > Now;

    /// <summary>What an agent has, is offered, is asked to take over or to join as if it were offered to him, or has joined as if it were his.</summary>
    public IEnumerable<TicketRecord> InHand(string agentId) => _inHand[agentId];

    /// <summary>The exclusive ticket an agent is held for, or null.</summary>
    public TicketRecord? HeldFor(string agentId) => _heldFor.GetValueOrDefault(agentId);

    public long RealSeconds(double seconds) => (long)(seconds * 1_000 * ClockSpeed);

    private static TicketRecord AsOffered(TicketRecord ticket) => ticket with
    {
        State = TicketState.Offered,
        AgentId = ticket.PeerOffer!.AgentId,
        OfferedAt = ticket.PeerOffer.MadeAt,
        OfferExpiresAt = ticket.PeerOffer.ExpiresAt,
    };

    private static TicketRecord Open(WorkspaceEngine engine, string id)
    {
        var ticket = engine.Ticket(id);
        Broken.If(ticket is null, $"{id} was saved as open and is unknown.");
        return ticket;
    }
}
