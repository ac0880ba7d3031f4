using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Whether a request on an offer comes from its agent while it is open; if not, the reason that tells him what became of it.</summary>
internal static class OfferCheck
{
    public static Outcome? Refuse(WorkspaceState state, string agentId, string ticketId, int offerNo, out Ticket ticket)
    {
        if (!state.Tickets.TryGetValue(ticketId, out ticket!))
        {
            return Refusals.UnknownTicket(ticketId);
        }

        if (offerNo < 1 || offerNo > ticket.OfferNo)
        {
            return Outcome.Refused(
                Reason.OfferUnknown, $"Ticket {ticketId} never had an offer {offerNo}: its last one is {ticket.OfferNo}.", ("field", "offer_no"));
        }

        if (HolderOf(ticket, offerNo) is { } holder)
        {
            return holder.Id == agentId ? null : NotYours(ticketId, offerNo);
        }

        if (ticket.PeerOffer is { } offer && offerNo == offer.OfferNo)
        {
            return offer.Target.Id == agentId ? null : NotYours(ticketId, offerNo);
        }

        return Past(ticket, agentId, offerNo);
    }

    /// <summary>The agent of an open offer, or null.</summary>
    private static Agent? HolderOf(Ticket ticket, int offerNo) =>
        ticket.Broadcast is { } broadcast ? broadcast.AgentOf(offerNo)
        : ticket.State == TicketState.Offered && offerNo == ticket.OfferNo ? ticket.Agent : null;

    private static Outcome Past(Ticket ticket, string agentId, int offerNo)
    {
        var madeTo = ticket.History.Where(e => e.Kind is FactKind.OfferMade or FactKind.HandoverOffered or FactKind.ConsultOffered && e.Detail == $"{offerNo}").Select(e => e.AgentId).FirstOrDefault();
        if (madeTo is not null && madeTo != agentId)
        {
            return NotYours(ticket.Id, offerNo);
        }

        var ended = ticket.History
            .Where(e => e.Kind is FactKind.OfferEnded or FactKind.HandoverEnded or FactKind.ConsultOfferEnded && e.Detail.StartsWith($"{offerNo} ", StringComparison.Ordinal))
            .Select(e => e.Detail).FirstOrDefault();
        if (madeTo is not null && ended is null)
        {
            return Outcome.Refused(Reason.OfferAnswered, $"You accepted offer {offerNo} of ticket {ticket.Id} before.");
        }

        return ended?.Split(' ', ':')[1] switch
        {
            nameof(OfferEnd.Declined) => Outcome.Refused(Reason.OfferAnswered, $"You declined offer {offerNo} of ticket {ticket.Id} before."),
            nameof(OfferEnd.Missed) or nameof(OfferEnd.Unanswered) => Outcome.Refused(Reason.OfferExpired, $"Offer {offerNo} of ticket {ticket.Id} has expired."),
            nameof(OfferEnd.Taken) => Outcome.Refused(Reason.OfferWithdrawn, $"Another agent was first to accept ticket {ticket.Id}."),
            _ => Outcome.Refused(Reason.OfferWithdrawn, $"Offer {offerNo} of ticket {ticket.Id} was withdrawn."),
        };
    }

    private static Outcome NotYours(string ticketId, int offerNo) =>
        Outcome.Refused(Reason.NotYourOffer, $"Offer {offerNo} of ticket {ticketId} was made to another agent.");
}
