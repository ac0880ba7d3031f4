using Router.Engine.Agents;
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
                ticket.Handover is { } handover && (ticket.State != TicketState.Assigned || handover.AgentId == ticket.AgentId || handover.OfferNo != ticket.OfferNo),
                $"{ticket.Id} is {ticket.State}, belongs to '{ticket.AgentId}' and is handed over to {ticket.Handover?.AgentId} by offer {ticket.Handover?.OfferNo} of {ticket.OfferNo}.");
            Broken.If(ticket.HeldAgentId.Length > 0 && ticket.State != TicketState.Queued, $"{ticket.Id} is {ticket.State} and holds {ticket.HeldAgentId}.");
        }

        foreach (var agent in now.Agents)
        {
            var theirs = string.Join(' ', now.InHand(agent.Profile.Id).Select(t => t.Id));
            var view = engine.Agent(agent.Profile.Id)!;
            var his = string.Join(' ', view.Tickets.Concat(view.Handovers).OrderBy(t => t.Counter).Select(t => t.Id));
            Broken.If(
                view.Handovers.Any(t => !Rulebook.TakesWork(agent, t.Content.Channel) || agent.Presence != Presence.Available),
                $"{agent.Profile.Id} is asked to take a ticket over, and takes no work.");
            Broken.If(theirs != his, $"{agent.Profile.Id} has {his}, and his are {theirs}.");
        }

        Broken.If(now.Tickets.SelectMany(Rulebook.Holders).Any(h => now.Agents.All(a => a.Profile.Id != h)), "A ticket is in unknown hands.");
    }
}
