using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>A ticket on the wire.</summary>
internal static class TicketWire
{
    /// <summary>A ticket as adapters, agents and supervisors see it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="place">Where it stands, or null when it does not wait.</param>
    public static V1.Ticket Of(TicketRecord ticket, WaitingPlace? place)
    {
        var shown = ForCustomer(ticket, place);
        var content = ticket.Content;
        shown.Source = content.Source;
        shown.ExternalId = content.ExternalId;
        shown.Priority = content.Priority;
        shown.Segment = content.Segment;
        AddNeeds(shown, content);
        AddCustomer(shown, content);
        foreach (var (name, value) in content.Attributes)
        {
            shown.Attributes[name] = value;
        }

        shown.Step = ticket.Step;
        shown.NextStepAt = NextStepAt(ticket);
        shown.PromiseTold = ticket.Told.Trust == Trust.Unknown ? null : ProtoTime.Seconds(ticket.Told.PromiseSeconds);
        if (ticket.PromiseFate is PromiseFate.Kept or PromiseFate.Broken)
        {
            shown.PromiseKept = ticket.PromiseFate == PromiseFate.Kept;
        }

        shown.Unroutable = ticket.Unroutable;
        shown.LastOfferNo = ticket.OfferNo;
        shown.LastAssignmentNo = ticket.AssignmentNo;
        AddAgents(shown, ticket);
        shown.ParkedUntil = ticket.State == TicketState.Parked ? ProtoTime.Time(ticket.ParkedUntil) : null;
        shown.Declines = ticket.Declines;
        shown.Disposition = ticket.Disposition;
        shown.Note = ticket.Note;
        LaterWire.Add(shown, ticket.Later);
        shown.CancelReason = CancelReasonOf(ticket.CancelCause);
        return shown;
    }

    /// <summary>A ticket as its customer may see it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="place">Where it stands, or null when it does not wait.</param>
    public static V1.Ticket ForCustomer(TicketRecord ticket, WaitingPlace? place) => new()
    {
        Id = ticket.Id,
        State = StateOf(ticket.State),
        Channel = ticket.Content.Channel,
        Queue = ticket.Content.Queue,
        Subject = ticket.Content.Subject,
        ArrivedAt = ProtoTime.Time(ticket.CreatedAt),
        EnteredAt = ProtoTime.TimeOrNone(ticket.EnteredAt),
        DueAt = HasPlace(ticket) ? ProtoTime.Time(ticket.DueAt) : null,
        StateSince = ProtoTime.Time(ticket.StateSince),
        ExpiresAt = IsWaiting(ticket) ? ProtoTime.TimeOrNone(ExpiresAt(ticket)) : null,
        ScheduledAt = ProtoTime.TimeOrNone(ticket.StartsAt),
        Waiting = WaitingWire.Of(place),
        LastMessageNumber = ticket.Messages,
    };

    /// <summary>A state.</summary>
    /// <param name="state">The engine's, whose numbers are the contract's.</param>
    public static V1.TicketState StateOf(TicketState state) => (V1.TicketState)state;

    /// <summary>What a cancelled ticket was cancelled for, by the engine's word.</summary>
    /// <param name="cause">The word, or empty.</param>
    public static V1.CancelReason CancelReasonOf(string cause) => cause switch
    {
        "withdrawn" => V1.CancelReason.Withdrawn,
        "duplicate" => V1.CancelReason.Duplicate,
        "spam" => V1.CancelReason.Spam,
        _ => V1.CancelReason.Unspecified,
    };

    private static bool IsWaiting(TicketRecord ticket) => ticket.State is TicketState.Queued or TicketState.Offered;

    private static long ExpiresAt(TicketRecord ticket) =>
        ticket.Later?.CallBack is { Until: > 0 } callBack ? callBack.Until
        : ticket.TimeToLiveMs > 0 ? ticket.EnteredAt + ticket.TimeToLiveMs
        : 0;

    private static bool HasPlace(TicketRecord ticket) =>
        !ticket.IsClosed && ticket.State is not (TicketState.Scheduled or TicketState.Parked);

    private static Google.Protobuf.WellKnownTypes.Timestamp? NextStepAt(TicketRecord ticket) =>
        IsWaiting(ticket) && ticket.Step + 1 < ticket.Steps.Count
            ? ProtoTime.Time(ticket.EnteredAt + ticket.Steps[ticket.Step + 1].OpensAfterMs)
            : null;

    private static void AddNeeds(V1.Ticket shown, TicketContent content)
    {
        foreach (var need in content.Languages)
        {
            shown.Languages.Add(NeedsWire.Of(need));
        }

        foreach (var need in content.Skills)
        {
            shown.Skills.Add(NeedsWire.Of(need));
        }
    }

    private static void AddCustomer(V1.Ticket shown, TicketContent content)
    {
        if (content.CustomerId.Length + content.CustomerName.Length + content.CustomerAddress.Length > 0)
        {
            shown.Customer = new() { Id = content.CustomerId, Name = content.CustomerName, Address = content.CustomerAddress };
        }
    }

    private static V1.OpenOffer Of(PendingPeerOffer offer) => new()
    {
        OfferNo = offer.OfferNo,
        AgentId = offer.AgentId,
        MadeAt = ProtoTime.Time(offer.MadeAt),
        ExpiresAt = ProtoTime.Time(offer.ExpiresAt),
    };

    private static void AddAgents(V1.Ticket shown, TicketRecord ticket)
    {
        if (ticket.State == TicketState.Offered)
        {
            shown.Offers.AddRange(ticket.OpenOffers().Select(o => new V1.OpenOffer
            {
                OfferNo = o.OfferNo,
                AgentId = o.AgentId,
                MadeAt = ProtoTime.Time(ticket.OfferedAt),
                ExpiresAt = ProtoTime.Time(ticket.OfferExpiresAt),
            }));
        }
        else if (ticket.AssignmentNo > 0 && ticket.AgentId.Length > 0)
        {
            shown.Assignment = new()
            {
                AssignmentNo = ticket.AssignmentNo,
                AgentId = ticket.AgentId,
                AssignedAt = ProtoTime.Time(ticket.AssignedAt),
                OnHold = ticket.OnHoldSince > 0,
                WrapUpUntil = ticket.State == TicketState.WrappingUp ? ProtoTime.Time(ticket.WrapUpEndsAt) : null,
                Handover = ticket.PeerOffer is { IsConsult: false } handover ? Of(handover) : null,
                Consult = ticket.PeerOffer is { IsConsult: true } consult ? Of(consult) : null,
            };
            foreach (var participant in ticket.Participants)
            {
                shown.Assignment.Participants.Add(participant.AgentId);
                if (participant.Stays)
                {
                    shown.Assignment.Staying.Add(participant.AgentId);
                }
            }
        }
    }
}
