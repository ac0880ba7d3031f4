using Router.Engine.Events;
using Router.Engine.Policies;
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
            var now = new Snapshot(moment, world);
            var free = now.Queued.SelectMany(t => Candidates(now, t).Select(a => (Ticket: t, Agent: a))).ToList();
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

    private static IEnumerable<AgentRecord> Candidates(Snapshot now, TicketRecord ticket) =>
        now.Agents.Where(a => Rulebook.CouldBeGiven(now, a, [.. now.InHand(a.Profile.Id)], ticket));

    private static void Give(World world, Snapshot now, string ticketId, string agentId, List<(TicketRecord Ticket, AgentRecord Agent)> free)
    {
        var (ticket, agent) = free.Find(f => f.Ticket.Id == ticketId && f.Agent.Profile.Id == agentId);
        Broken.If(ticket is null, $"{ticketId} was given to {agentId}, who could not be given it.");
        var live = Rulebook.IsLive(now.Policy, ticket);
        var earlier = free.Find(f => f.Agent == agent && Rulebook.IsLive(now.Policy, f.Ticket) == live && Rulebook.IsBefore(f.Ticket, ticket)).Ticket;
        Broken.If(earlier is not null, $"{ticketId} was given to {agentId} before {earlier?.Id}, which is due earlier.");
        var liveFirst = live ? null : free.Find(f => f.Agent == agent && Rulebook.IsLive(now.Policy, f.Ticket)).Ticket;
        Broken.If(liveFirst is not null, $"{ticketId} was given to {agentId} though {liveFirst?.Id} waits, which is live.");
        var first = free.Find(f => f.Ticket == ticket && f.Agent != agent && world.Order.IsFirst(now, ticket, With(f.Agent), With(agent))).Agent;
        Broken.If(first is not null, $"{ticketId} was given to {agentId} before {first?.Profile.Id}, who is before him.");
        if (SelectionOrder.SelectionOf(now, ticket) == QueuePolicy.RoundRobin)
        {
            world.Order.Given(ticket, agent);
        }

        if (Rulebook.AcceptsAtOnce(world.Policy, agent.Profile, ticket.Content.Channel))
        {
            Hands.Assign(world, ticket, agent);
        }
        else
        {
            Hands.Offer(world, ticket, agent);
        }

        (AgentRecord Agent, List<TicketRecord> InHand) With(AgentRecord who) => (who, world.InHand(who.Profile.Id));
    }

    private static void Hold(World world, Snapshot now, AgentHeld held, List<(TicketRecord Ticket, AgentRecord Agent)> holds)
    {
        const int targetsHeld = 2;
        var (ticket, agent) = holds.Find(f => f.Ticket.Id == held.TicketId && f.Agent.Profile.Id == held.AgentId);
        Broken.If(ticket is null, $"{held.AgentId} was held for {held.TicketId}, for which he could not be.");
        var isLeastLoaded = !holds.Exists(h => h.Ticket == ticket && h.Agent != agent && SelectionOrder.IsLongerIdle(now, With(h.Agent), With(agent)));
        var isEarliest = !holds.Exists(h => h.Agent == agent && Rulebook.IsBefore(h.Ticket, ticket));
        Broken.If(!isLeastLoaded && !isEarliest, $"{held.AgentId} was held for {held.TicketId}: others were before both.");
        world.Put(ticket with { HeldAgentId = held.AgentId, HoldEndsAt = world.Now + (targetsHeld * Waiting.TargetMs(world, ticket)) });

        (AgentRecord Agent, List<TicketRecord> InHand) With(AgentRecord who) => (who, world.InHand(who.Profile.Id));
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
