using Router.Engine.Events;
using Router.Engine.Records;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Agents;

/// <summary>Offers on the wire.</summary>
internal static class OfferWire
{
    /// <summary>An offer just made.</summary>
    /// <param name="made">The fact.</param>
    /// <param name="ticket">Its ticket.</param>
    public static V1.Offer Of(OfferMade made, TicketRecord ticket) => Of(ticket, made.OfferNo, made.At, made.ExpiresAt);

    /// <summary>A request just made to take a ticket over, or to join its owner.</summary>
    /// <param name="made">The fact.</param>
    /// <param name="ticket">Its ticket.</param>
    public static V1.Offer Of(PeerOffered made, TicketRecord ticket)
    {
        var offer = Of(ticket, made.OfferNo, made.At, made.ExpiresAt);
        (offer.Kind, offer.FromAgentId) = (KindOf(made.IsConsult), made.AgentId);
        offer.Note = ticket.PeerOffer is { } asked && asked.OfferNo == made.OfferNo ? asked.Note : "";
        return offer;
    }

    /// <summary>An open request to take a ticket over, or to join its owner.</summary>
    /// <param name="ticket">The ticket.</param>
    public static V1.Offer OfPeer(TicketRecord ticket)
    {
        var asked = ticket.PeerOffer!;
        var offer = Of(ticket, asked.OfferNo, asked.MadeAt, asked.ExpiresAt);
        (offer.Kind, offer.FromAgentId, offer.Note) = (KindOf(asked.IsConsult), ticket.AgentId, asked.Note);
        return offer;
    }

    /// <summary>The open offer of a ticket to an agent.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agentId">The agent.</param>
    public static V1.Offer Of(TicketRecord ticket, string agentId) => Of(ticket, ticket.OfferTo(agentId), ticket.OfferedAt, ticket.OfferExpiresAt);

    /// <summary>The end of an offer that its agent did not bring about.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="offerNo">The offer.</param>
    /// <param name="end">How it ended.</param>
    public static V1.OfferWithdrawn Of(string ticketId, int offerNo, OfferEnd end) => new()
    {
        TicketId = ticketId,
        OfferNo = offerNo,
        Reason = end switch
        {
            OfferEnd.Missed => V1.OfferWithdrawal.Expired,
            OfferEnd.Abandoned => V1.OfferWithdrawal.Abandoned,
            OfferEnd.Cancelled => V1.OfferWithdrawal.Cancelled,
            OfferEnd.SessionLost => V1.OfferWithdrawal.SessionLost,
            OfferEnd.SignedOut => V1.OfferWithdrawal.SignedOut,
            OfferEnd.PresenceChanged => V1.OfferWithdrawal.Presence,
            OfferEnd.ProfileChanged => V1.OfferWithdrawal.Profile,
            OfferEnd.Supervisor => V1.OfferWithdrawal.Supervisor,
            OfferEnd.CalledOff => V1.OfferWithdrawal.CalledOff,
            OfferEnd.Outage => V1.OfferWithdrawal.Outage,
            OfferEnd.Taken => V1.OfferWithdrawal.Taken,
            OfferEnd.Unanswered => V1.OfferWithdrawal.Expired,
            OfferEnd.Capacity => V1.OfferWithdrawal.Capacity,
            OfferEnd.Escalated => V1.OfferWithdrawal.Escalated,
            _ => V1.OfferWithdrawal.Unspecified,
        },
        Missed = end == OfferEnd.Missed,
    };

    private static V1.OfferKind KindOf(bool isConsult) => isConsult ? V1.OfferKind.Consult : V1.OfferKind.Handover;

    private static V1.Offer Of(TicketRecord ticket, int number, long madeAt, long expiresAt) => new()
    {
        Ticket = TicketWire.Of(ticket, null),
        OfferNo = number,
        Kind = V1.OfferKind.Assignment,
        ExpiresAt = ProtoTime.Time(expiresAt),
        TimeToLive = ProtoTime.Length(expiresAt - madeAt),
        Note = TransferNote.Of(ticket),
    };
}
