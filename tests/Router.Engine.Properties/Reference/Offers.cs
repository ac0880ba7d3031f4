using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A ticket is offered: to one agent, or, where its queue says so, to several, of whom the first who accepts has it.</summary>
internal static class Offers
{
    /// <summary>Offers it to one agent, or to one more.</summary>
    public static void Make(World world, TicketRecord ticket, AgentRecord agent)
    {
        var width = world.Queue(ticket.Content.Queue)!.OfferWidth;
        var offerNo = ticket.OfferNo + 1;
        if (ticket.State == TicketState.Offered)
        {
            world.Put(ticket with { OfferNo = offerNo, Offers = [.. ticket.Offers, new(agent.Profile.Id, offerNo)], OffersMade = ticket.OffersMade + 1 });
            return;
        }

        world.Put(Waiting.WithoutHold(ticket) with
        {
            State = TicketState.Offered,
            AgentId = width > 1 ? "" : agent.Profile.Id,
            OfferNo = offerNo,
            Offers = width > 1 ? [new(agent.Profile.Id, offerNo)] : [],
            OffersMade = width > 1 ? 1 : 0,
            OfferedAt = world.Now,
            OfferExpiresAt = world.Now + LastsMs(world, ticket),
        });
        if (width > 1)
        {
            world.Rounds.Add(ticket.Id);
        }
    }

    /// <summary>How long an offer of it is open.</summary>
    public static long LastsMs(World world, TicketRecord ticket) => world.RealMs(world.OwnChannel(ticket)?.OfferSeconds ?? world.Channel(ticket).OfferSeconds);

    /// <summary>Whether one more agent may be offered it now: it goes to as many as its queue says, and to nobody who would have it at once.</summary>
    /// <param name="world">Where.</param>
    /// <param name="ticket">A ticket that was just offered to somebody.</param>
    /// <param name="first">Who is the next in order, or null.</param>
    /// <param name="hasOther">Whether something waits for him that goes before it.</param>
    public static bool Widens(World world, TicketRecord ticket, AgentRecord? first, bool hasOther) =>
        ticket.OffersMade < world.Queue(ticket.Content.Queue)!.OfferWidth
        && first is not null
        && (hasOther || !Rulebook.AcceptsAtOnce(world.Policy, first.Profile, ticket.Content.Channel));

    /// <summary>An agent's offer is over; after the last one the ticket is back at its place.</summary>
    /// <param name="world">Where.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agentId">Who was offered it.</param>
    /// <param name="isHis">He ended it, or what he is did.</param>
    public static void End(World world, TicketRecord ticket, string agentId, bool isHis)
    {
        List<OpenOffer> others = [.. ticket.Offers.Where(o => o.AgentId != agentId)];
        if (others.Count > 0)
        {
            world.Put(ticket with { Offers = others });
        }
        else
        {
            Waiting.Back(world, ticket);
        }

        if (!isHis)
        {
            OnDemand.GiveBack(world, agentId);
        }
    }

    /// <summary>Nobody is offered it any more, through no doing of theirs; some of them may have it now.</summary>
    public static void EndAll(World world, TicketRecord ticket, string exceptId = "")
    {
        foreach (var offer in ticket.OpenOffers().Where(o => o.AgentId != exceptId))
        {
            OnDemand.GiveBack(world, offer.AgentId);
        }
    }

    /// <summary>One of several offers takes no room before it is accepted: it has to fit beside what the agent has and is offered alone.</summary>
    public static bool Fits(World world, string agentId, TicketRecord ticket)
    {
        // What was offered before live work came may be accepted beside it.
        var isLive = Rulebook.IsLive(world.Policy, ticket);
        var inHand = world.Load(agentId).FindAll(t => t.Offers.Count == 0 && (isLive || !Rulebook.IsLive(world.Policy, t)));
        return Rulebook.HasRoom(
            world.Policy with { OffersPerAgent = 0, LiveOffersPerAgent = int.MaxValue }, world.Agent(agentId)!.Profile, inHand, ticket.Content.Channel);
    }

    /// <summary>What an agent is offered with others, and has no room for beside what he accepted, is offered to him no longer.</summary>
    public static void TakeBackUnfit(World world, string agentId) => TakeBack(world, agentId, t => t.Offers.Count > 0 && !Fits(world, agentId, t), isHis: false);

    /// <summary>An agent's open offers, or some of them, are over.</summary>
    public static void TakeBack(World world, string agentId, Func<TicketRecord, bool>? which, bool isHis)
    {
        foreach (var ticket in world.InHand(agentId).Where(t => t.State == TicketState.Offered && which?.Invoke(t) != false).ToList())
        {
            End(world, ticket, agentId, isHis);
        }
    }
}
