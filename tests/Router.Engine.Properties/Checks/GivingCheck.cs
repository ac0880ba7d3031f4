using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>
/// What was given in a transition was given rightly: it fitted, nothing that the agent could have been given instead was due
/// earlier, and nobody before him in the order could have been given it.
/// </summary>
internal sealed class GivingCheck
{
    private readonly SelectionOrder _order = new();

    private const long SenderMs = 300_000;

    /// <summary>Cool-downs of tickets that nobody had, as they were: an assignment forgets them.</summary>
    private Dictionary<string, IReadOnlyList<Cooldown>> _cooldowns = [];

    /// <summary>Whom tickets waited for alone.</summary>
    private Dictionary<string, string> _wanted = [];

    public void Run(Snapshot now)
    {
        _order.Forget(now.Policy);
        foreach (var asked in now.Moment.Changes.Facts.OfType<PeerOffered>())
        {
            CheckAsked(now, asked);
        }

        var given = now.Moment.Changes.Facts.Select(Given).Where(g => g.TicketId.Length > 0).ToList();
        for (var i = 0; i < given.Count; i++)
        {
            var (ticketId, agentId) = given[i];
            if (now.Tickets.FirstOrDefault(t => t.Id == ticketId && Rulebook.Holders(t).Contains(agentId)) is not { } ticket
                || given.Skip(i + 1).Any(g => g.TicketId == ticketId))
            {
                _order.Given(now, ticketId, agentId);
                continue;
            }

            var laterGiven = given.Skip(i).ToHashSet();
            var laterGivenTo = given.Skip(i).Select(g => g.AgentId).ToHashSet();
            List<AgentRecord> agents = [.. now.Agents.Select(a => laterGivenTo.Contains(a.Profile.Id) ? BeforeGiven(a) : a)];
            Check(now, AsItWas(now, ticket), agents, agents.First(a => a.Profile.Id == agentId), laterGiven);
            _order.Given(now, ticketId, agentId);
        }

        _wanted = now.Tickets.Where(t => t.WantedUntil > 0).ToDictionary(t => t.Id, t => t.WantedAgentId);
        _cooldowns = now.Tickets.Where(t => t.Cooldowns.Count > 0 && t.State is (TicketState.Queued or TicketState.Offered)).ToDictionary(t => t.Id, t => t.Cooldowns);
    }

    private static (string TicketId, string AgentId) Given(Fact fact) => fact switch
    {
        OfferMade made => (made.TicketId, made.AgentId),
        TicketAssigned { OfferNo: 0, MovedBy: null } assigned => (assigned.TicketId, assigned.AgentId),
        _ => ("", ""),
    };

    private void Check(Snapshot now, TicketRecord ticket, List<AgentRecord> agents, AgentRecord agent, HashSet<(string TicketId, string AgentId)> laterGiven)
    {
        var id = agent.Profile.Id;
        var before = Before(now, agent, laterGiven);
        Broken.If(!Rulebook.TakesWork(agent, ticket.Content.Channel), $"{ticket.Id} was given to {id}, who takes no work.");
        Broken.If(!Rulebook.ServesNow(now.Policy, agent, ticket), $"{ticket.Id} was given to {id}, who does not serve it.");
        Broken.If(!Rulebook.HasRoom(now.Policy, agent.Profile, before, ticket.Content.Channel), $"{ticket.Id} was given to {id}, who had no room.");
        Broken.If(
            Rulebook.AcceptsAtOnce(now.Policy, agent.Profile, ticket.Content.Channel) == now.Moment.Changes.Facts.Any(f => f is OfferMade made && made.TicketId == ticket.Id && made.AgentId == id),
            $"{ticket.Id} was given to {id} in another way than he takes it.");
        Broken.If(ticket.Cooldowns.Any(c => c.AgentId == id && c.Until > now.Now), $"{ticket.Id} was given to {id}, for whom it cools down.");
        Broken.If(Keeps(agent, ticket), $"{ticket.Id} was given to {id}, who is kept free for others.");
        foreach (var other in now.Queued.Where(t => Rulebook.IsBefore(t, ticket)))
        {
            Broken.If(
                !Keeps(agent, other) && Rulebook.IsLive(now.Policy, other) == Rulebook.IsLive(now.Policy, ticket) && Rulebook.CouldBeGiven(now, agent, before, other),
                $"{ticket.Id} was given to {id} before {other.Id}, which is due earlier.");
        }

        foreach (var other in agents.Where(a => a.Profile.Id != id && ticket.Offers.All(o => o.AgentId != a.Profile.Id)))
        {
            var othersBefore = Before(now, other, laterGiven);
            Broken.If(
                !HandedItOver(now, other, ticket) && !Keeps(other, ticket) && Rulebook.CouldBeGiven(now, other, othersBefore, ticket) && _order.IsFirst(now, ticket, (other, othersBefore), (agent, before)),
                $"{ticket.Id} was given to {id} before {other.Profile.Id}, who is before him.");
        }

        bool Keeps(AgentRecord whom, TicketRecord from) => ReserveRule.Keeps(now, agents, a => Before(now, a, laterGiven), whom, from);
    }

    /// <summary>Who is asked to join or to take over takes work and has room; in a queue that gives work in turn, it was his turn.</summary>
    private void CheckAsked(Snapshot now, PeerOffered asked)
    {
        var agent = now.Agents.First(a => a.Profile.Id == asked.ToAgentId);
        if (asked.OfQueue.Length > 0)
        {
            _order.GivenIn(now, asked.OfQueue, agent);
        }

        var given = now.Moment.Changes.Facts.Where(f => f.Number > asked.Number).Select(Given).ToHashSet();
        var others = now.InHand(asked.ToAgentId).Where(t => t.Id != asked.TicketId && !given.Contains((t.Id, asked.ToAgentId))).ToList();
        var isOpen = now.InHand(asked.ToAgentId).Any(t => t.Id == asked.TicketId && t.State == Tickets.TicketState.Offered);
        Broken.If(
            isOpen && !(Rulebook.TakesWork(agent, asked.Content.Channel) && Rulebook.HasRoom(now.Policy, agent.Profile, others, asked.Content.Channel)),
            $"{asked.ToAgentId} is asked for {asked.TicketId}, and cannot be given it.");
    }

    /// <summary>On demand, what he was given is what he asked for.</summary>
    private static AgentRecord BeforeGiven(AgentRecord agent) =>
        agent is { Presence: Presence.OnDemand, TakeUntil: 0 } ? agent with { TakeUntil = long.MaxValue } : agent;

    /// <summary>It does not come back to him for a while, which the next assignment forgets.</summary>
    private static bool HandedItOver(Snapshot now, AgentRecord agent, TicketRecord ticket) =>
        ticket.History.Any(e => e.Kind == FactKind.TicketTransferred && e.AgentId == agent.Profile.Id && e.At + SenderMs > now.Now);

    private TicketRecord AsItWas(Snapshot now, TicketRecord ticket)
    {
        var declined = now.Moment.Changes.Facts.OfType<OfferEnded>()
            .Where(e => e.TicketId == ticket.Id && e.End is OfferEnd.Declined or OfferEnd.Missed or OfferEnd.Unanswered)
            .Select(e => new Cooldown(e.AgentId, long.MaxValue));

        // Who handed it over is given it only where nobody else could be.
        var senders = ticket.History
            .Where(h => h.Kind == FactKind.TicketTransferred && h.At + SenderMs > now.Now && !Rulebook.Holders(ticket).Contains(h.AgentId))
            .Select(h => new Cooldown(h.AgentId, long.MaxValue));
        var wanted = WantedWhenGiven(now, ticket);
        return ticket with { WantedAgentId = wanted, WantedUntil = wanted.Length > 0 ? long.MaxValue : 0, Cooldowns = [.. _cooldowns.GetValueOrDefault(ticket.Id, []), .. ticket.Cooldowns, .. declined, .. senders] };
    }

    /// <summary>The one agent for whom it waited, which an assignment forgets.</summary>
    private string WantedWhenGiven(Snapshot now, TicketRecord ticket) =>
        now.Moment.Changes.Facts.LastOrDefault(f => f is AgentWanted or AgentNotAwaited && ((TicketFact)f).TicketId == ticket.Id) switch
        {
            AgentWanted wanted => wanted.AgentId,
            AgentNotAwaited => "",
            _ when now.Moment.Changes.Facts.Any(f => f.Kind == FactKind.TicketMoved && ((TicketFact)f).TicketId == ticket.Id) => "",
            _ => _wanted.GetValueOrDefault(ticket.Id, ""),
        };

    private static List<TicketRecord> Before(Snapshot now, AgentRecord agent, HashSet<(string TicketId, string AgentId)> laterGiven) =>
        [.. now.InHand(agent.Profile.Id).Where(t => !laterGiven.Contains((t.Id, agent.Profile.Id)))];
}
