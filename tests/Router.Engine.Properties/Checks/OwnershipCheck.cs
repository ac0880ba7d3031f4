using Router.Engine.Agents;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>A ticket is in at most one pair of hands, and both sides say so.</summary>
internal static class OwnershipCheck
{
    public static void Run(Snapshot now)
    {
        var engine = now.Moment.Engine;
        Broken.If(engine.OpenTickets != now.Tickets.Count, $"{engine.OpenTickets} open tickets, {now.Tickets.Count} saved as open.");
        foreach (var ticket in now.Tickets)
        {
            var isInHand = ticket.State is TicketState.Offered or TicketState.Assigned or TicketState.WrappingUp;
            Broken.If(isInHand != Rulebook.Holders(ticket).Any(), $"{ticket.Id} is {ticket.State} and belongs to '{ticket.AgentId}'.");
            Broken.If(
                ticket.Offers.Count > 0 && (ticket.State != TicketState.Offered || ticket.AgentId.Length > 0 || ticket.Offers.Count > ticket.OffersMade),
                $"{ticket.Id} is {ticket.State} and open to {ticket.Offers.Count} of {ticket.OffersMade}.");
            Broken.If(ticket.Offers.Select(o => o.AgentId).Distinct().Count() != ticket.Offers.Count, $"{ticket.Id} is offered to an agent twice.");
            Broken.If(
                ticket.PeerOffer is { } offer && (ticket.State != TicketState.Assigned || offer.AgentId == ticket.AgentId || offer.OfferNo != ticket.OfferNo),
                $"{ticket.Id} is {ticket.State}, belongs to '{ticket.AgentId}', who asks {ticket.PeerOffer?.AgentId} by offer {ticket.PeerOffer?.OfferNo} of {ticket.OfferNo}.");
            Participants(ticket);
            Broken.If(ticket.HeldAgentId.Length > 0 && ticket.State != TicketState.Queued, $"{ticket.Id} is {ticket.State} and holds {ticket.HeldAgentId}.");
        }

        foreach (var agent in now.Agents)
        {
            var theirs = string.Join(' ', now.InHand(agent.Profile.Id).Select(t => t.Id));
            var view = engine.Agent(agent.Profile.Id)!;
            var his = string.Join(' ', view.Tickets.Concat(view.PeerOffers).Concat(view.Joined).OrderBy(t => t.Counter).Select(t => t.Id));
            Broken.If(
                view.PeerOffers.Any(t => !Rulebook.TakesWork(agent, t.Content.Channel) || agent.Presence != Presence.Available),
                $"{agent.Profile.Id} is asked to take a ticket over or to join, and takes no work.");
            Broken.If(view.Joined.Count > 0 && agent.SessionId.Length == 0, $"{agent.Profile.Id} has joined a ticket, and is not signed in.");
            var used = Rulebook.Units(now.Policy, agent.Profile, [.. now.InHand(agent.Profile.Id)]);
            Broken.If(view.CapacityUsed != used, $"{agent.Profile.Id} uses {view.CapacityUsed} of his capacity, and has {used} in hand.");
            Broken.If(theirs != his, $"{agent.Profile.Id} has {his}, and his are {theirs}.");
        }

        Broken.If(now.Tickets.SelectMany(t => Rulebook.Holders(t).Concat(t.Participants.Select(p => p.AgentId))).Any(h => now.Agents.All(a => a.Profile.Id != h)), "A ticket is in unknown hands.");
    }

    /// <summary>At most three others have joined an assigned ticket, of whom one at most has not said that he stays: then nobody else is asked.</summary>
    private static void Participants(TicketRecord ticket)
    {
        var joined = ticket.Participants;
        var all = joined.Select(p => p.AgentId).Append(ticket.AgentId).Concat(ticket.PeerOffer is { } offer ? [offer.AgentId] : []).ToList();
        Broken.If(
            joined.Count > 0 && (ticket.State != TicketState.Assigned || joined.Count > 3 || all.Distinct().Count() != all.Count),
            $"{ticket.Id} is {ticket.State}, and there are {string.Join(", ", all)}.");
        var open = joined.Count(p => !p.Stays) + (ticket.PeerOffer is null ? 0 : 1);
        Broken.If(open > 1, $"{ticket.Id} has {open} open consults or hand-overs.");
    }
}
