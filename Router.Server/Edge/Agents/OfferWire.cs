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

    /// <summary>The open offer of a ticket to an agent.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agentId">The agent.</param>
    public static V1.Offer Of(TicketRecord ticket, string agentId) => Of(ticket, ticket.OfferTo(agentId), ticket.OfferedAt, ticket.OfferExpiresAt);

    /// <summary>The end of an offer that its agent did not bring about.</summary>
    /// <param name="ended">The fact.</param>
    public static V1.OfferWithdrawn Of(OfferEnded ended) => new()
    {
        TicketId = ended.TicketId,
        OfferNo = ended.OfferNo,
        Reason = ended.End switch
        {
            OfferEnd.Missed => V1.OfferWithdrawal.Expired,
            OfferEnd.Abandoned => V1.OfferWithdrawal.Abandoned,
            OfferEnd.Cancelled => V1.OfferWithdrawal.Cancelled,
            OfferEnd.SessionLost => V1.OfferWithdrawal.SessionLost,
            OfferEnd.SignedOut => V1.OfferWithdrawal.SignedOut,
            OfferEnd.PresenceChanged => V1.OfferWithdrawal.Presence,
            OfferEnd.ProfileChanged => V1.OfferWithdrawal.Profile,
            OfferEnd.Supervisor => V1.OfferWithdrawal.Supervisor,
            OfferEnd.Outage => V1.OfferWithdrawal.Outage,
            OfferEnd.Taken => V1.OfferWithdrawal.Taken,
            OfferEnd.Unanswered => V1.OfferWithdrawal.Expired,
            OfferEnd.Capacity => V1.OfferWithdrawal.Capacity,
            OfferEnd.Escalated => V1.OfferWithdrawal.Escalated,
            _ => V1.OfferWithdrawal.Unspecified,
        },
        Missed = ended.End == OfferEnd.Missed,
    };

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
