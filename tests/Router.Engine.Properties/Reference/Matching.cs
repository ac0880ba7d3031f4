using Router.Engine.Events;
using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;
using Router.Engine.Records;

namespace Router.Engine.Properties.Reference;

/// <summary>
/// As long as somebody could be given something, somebody is: each gift of the engine has to be a right one, and there has to be one. Of several
/// right ones the engine may take either first.
/// </summary>
internal static class Matching
{
    /// <param name="world">Where to.</param>
    /// <param name="moment">The engine.</param>
    /// <param name="choices">What the engine gave and whom it held, in order; what is used is taken out.</param>
    public static void Settle(World world, Moment moment, Queue<Fact> choices)
    {
        DropHolds(world);
        while (true)
        {
            Care.NoteWork(world);
            var now = new Snapshot(moment, world);
            var free = now.Queued.SelectMany(t => Candidates(now, t).Select(a => (Ticket: t, Agent: a))).ToList();
            free.AddRange(Widening(world, now, free).ToList());
            var holds = now.Queued.SelectMany(t => HoldCheck.Candidates(now, t).Select(a => (Ticket: t, Agent: a))).ToList();
            if (free.Count + holds.Count == 0)
            {
                return;
            }

            if (!choices.TryDequeue(out var next))
            {
                var (ticket, agent) = free.Concat(holds).First();
                throw new Broken($"{ticket.Id} waits and {agent.Profile.Id} could {(free.Count > 0 ? "be given it" : "be held for it")}.");
            }

            switch (next)
            {
                case AgentHeld held:
                    Hold(world, now, held, holds);
                    break;
                case OfferMade made:
                    Give(world, now, made.TicketId, made.AgentId, free);
                    break;
                case TicketAssigned assigned:
                    Give(world, now, assigned.TicketId, assigned.AgentId, free);
                    break;
                default:
                    throw new Broken($"{next} is no choice.");
            }
        }
    }

    public static bool IsChoice(Fact fact) => fact is AgentHeld or OfferMade or TicketAssigned { OfferNo: 0, MovedBy: null };

    /// <summary>To whom of some agents a ticket would go now; null when to none of them.</summary>
    public static AgentRecord? WhoWouldBeGiven(World world, Snapshot now, TicketRecord ticket, Func<AgentRecord, bool> among) =>
        First(world, now, ticket, Candidates(now, ticket).Where(among));

    private static IEnumerable<AgentRecord> Candidates(Snapshot now, TicketRecord ticket) =>
        now.Agents.Where(a => Rulebook.CouldBeGiven(now, a, [.. now.InHand(a.Profile.Id)], ticket) && !ReserveRule.Keeps(now, a, ticket));

    private static void Give(World world, Snapshot now, string ticketId, string agentId, List<(TicketRecord Ticket, AgentRecord Agent)> free)
    {
        var (ticket, agent) = free.Find(f => f.Ticket.Id == ticketId && f.Agent.Profile.Id == agentId);
        Broken.If(ticket is null, $"{ticketId} was given to {agentId}, who could not be given it.");
        var earlier = free.Find(f => f.Agent == agent && GoesBefore(now, f.Ticket, ticket)).Ticket;
        Broken.If(earlier is not null, $"{ticketId} was given to {agentId} before {earlier?.Id}, which is due earlier or is live.");
        var first = First(world, now, ticket, free.Where(f => f.Ticket == ticket).Select(f => f.Agent));
        Broken.If(first != agent, $"{ticketId} was given to {agentId} before {first?.Profile.Id}, who is before him.");
        world.Order.GivenIn(now, ticket.Content.Queue, agent);

        if (Rulebook.AcceptsAtOnce(world.Policy, agent.Profile, ticket.Content.Channel))
        {
            Hands.Assign(world, ticket, agent);
        }
        else
        {
            Offers.Make(world, ticket, agent);
        }

        OnDemand.Close(world, agentId);
    }

    /// <summary>Who else is offered what was just offered to somebody. Who becomes free once nobody else is there does not join them.</summary>
    private static IEnumerable<(TicketRecord Ticket, AgentRecord Agent)> Widening(World world, Snapshot now, List<(TicketRecord Ticket, AgentRecord Agent)> free)
    {
        foreach (var ticket in world.Rounds.ToList().Select(id => world.Ticket(id)!))
        {
            var others = Candidates(now, ticket).Where(a => ticket.OfferTo(a.Profile.Id) == 0).ToList();
            var first = First(world, now, ticket, others);
            if (Offers.Widens(world, ticket, first, free.Exists(f => f.Agent == first && GoesBefore(now, f.Ticket, ticket))))
            {
                foreach (var agent in others)
                {
                    yield return (ticket, agent);
                }
            }
            else
            {
                world.Rounds.Remove(ticket.Id);
            }
        }
    }

    /// <summary>Live work goes before other work, and what is due earlier before what is due later.</summary>
    private static bool GoesBefore(Snapshot now, TicketRecord left, TicketRecord right) =>
        Rulebook.IsLive(now.Policy, left) == Rulebook.IsLive(now.Policy, right) ? Rulebook.IsBefore(left, right) : Rulebook.IsLive(now.Policy, left);

    /// <summary>The first of some agents in the order of the ticket's queue.</summary>
    private static AgentRecord? First(World world, Snapshot now, TicketRecord ticket, IEnumerable<AgentRecord> agents) =>
        agents.Aggregate((AgentRecord?)null, (first, a) => first is null || world.Order.IsFirst(now, ticket, (a, [.. now.InHand(a.Profile.Id)]), (first, [.. now.InHand(first.Profile.Id)])) ? a : first);

    private static void Hold(World world, Snapshot now, AgentHeld held, List<(TicketRecord Ticket, AgentRecord Agent)> holds)
    {
        const int targetsHeld = 2;
        var (ticket, agent) = holds.Find(f => f.Ticket.Id == held.TicketId && f.Agent.Profile.Id == held.AgentId);
        Broken.If(ticket is null, $"{held.AgentId} was held for {held.TicketId}, for which he could not be.");
        var isLeastLoaded = !holds.Exists(h => h.Ticket == ticket && h.Agent != agent && SelectionOrder.IsLongerIdle(now, With(h.Agent), With(agent)));
        var isEarliest = !holds.Exists(h => h.Agent == agent && Rulebook.IsBefore(h.Ticket, ticket));
        Broken.If(!isLeastLoaded && !isEarliest, $"{held.AgentId} was held for {held.TicketId}: others were before both.");
        world.Put(ticket with { HeldAgentId = held.AgentId, HoldEndsAt = world.Now + (targetsHeld * Waiting.TargetMs(world, ticket)) });

        (AgentRecord Agent, List<TicketRecord> InHand) With(AgentRecord who) => (who, [.. now.InHand(who.Profile.Id)]);
    }

    /// <summary>A hold ends with what it was made for.</summary>
    private static void DropHolds(World world)
    {
        foreach (var ticket in world.Queued.Where(t => t.HeldAgentId.Length > 0).ToList())
        {
            if (world.Agent(ticket.HeldAgentId) is not { } agent
                || !world.Channel(ticket).Exclusive
                || !Rulebook.TakesWork(agent, ticket.Content.Channel)
                || !Rulebook.ServesNow(world.Policy, agent, ticket))
            {
                world.Put(Waiting.WithoutHold(ticket));
            }
        }
    }
}
