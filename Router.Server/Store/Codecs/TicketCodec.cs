using Google.Protobuf;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Tickets to and from their saved form.</summary>
internal static class TicketCodec
{
    /// <summary>The whole of a ticket in one piece.</summary>
    public static StoredTicket ToWhole(TicketRecord ticket)
    {
        var stored = ToStored(ticket);
        stored.Origin = ToOrigin(ticket);
        return stored;
    }

    /// <summary>What of it changes at most when it enters a queue.</summary>
    public static StoredOrigin ToOrigin(TicketRecord ticket) => new()
    {
        Counter = ticket.Counter,
        CreatedAt = ticket.CreatedAt,
        Content = ContentCodec.ToStored(ticket.Content),
        Steps = ContentCodec.ToStored(ticket.Steps),
    };

    /// <summary>What of it changes.</summary>
    public static StoredTicket ToStored(TicketRecord ticket)
    {
        var stored = new StoredTicket
        {
            Id = ticket.Id,
            State = (StoredTicketState)ticket.State,
            StateSince = ticket.StateSince,
            Step = ticket.Step,
            StartsAt = ticket.StartsAt,
            TimeToLiveMs = ticket.TimeToLiveMs,
            EnteredAt = ticket.EnteredAt,
            DueAt = ticket.DueAt,
            HeadStartMs = ticket.HeadStartMs,
            Unroutable = ticket.Unroutable,
            OfferNo = ticket.OfferNo,
            AgentId = ticket.AgentId,
            OfferedAt = ticket.OfferedAt,
            OfferExpiresAt = ticket.OfferExpiresAt,
            Declines = ticket.Declines,
            HeldAgentId = ticket.HeldAgentId,
            HoldEndsAt = ticket.HoldEndsAt,
            HoldSpent = ticket.HoldSpent,
            AssignmentNo = ticket.AssignmentNo,
            AssignmentsBefore = ticket.AssignmentsBefore,
            AssignedAt = ticket.AssignedAt,
            OnHoldSince = ticket.OnHoldSince,
            OnHoldMs = ticket.OnHoldMs,
            InteractionEndedAt = ticket.InteractionEndedAt,
            InteractionEndedBy = (StoredEndedBy)ticket.InteractionEndedBy,
            WrapUpEndsAt = ticket.WrapUpEndsAt,
            WrapUpExtended = ticket.WrapUpExtended,
            ParkedUntil = ticket.ParkedUntil,
            ResumesOnAnswer = ticket.ResumesOnAnswer,
            Disposition = ticket.Disposition,
            Note = ticket.Note,
            Transfers = ticket.Transfers,
            CancelCause = ticket.CancelCause,
            Messages = ticket.Messages,
            Told = ToStored(ticket.Told),
        };
        foreach (var cooldown in ticket.Cooldowns)
        {
            stored.Cooldowns.Add(new StoredCooldown { AgentId = cooldown.AgentId, Until = cooldown.Until });
        }

        foreach (var entry in ticket.History)
        {
            stored.History.Add(new StoredHistoryEntry
            {
                At = entry.At,
                Kind = (StoredFactKind)entry.Kind,
                AgentId = entry.AgentId,
                Detail = entry.Detail,
                By = ToStored(entry.By),
            });
        }

        return stored;
    }

    public static TicketRecord FromWhole(StoredTicket stored) => FromStored(stored, stored.Origin, ContentCodec.StepsFrom);

    public static TicketRecord FromStored(StoredTicket stored, StoredOrigin origin, Func<ByteString, IReadOnlyList<RoutingStep>> stepsFrom) => new()
    {
        Id = stored.Id,
        Counter = origin.Counter,
        Content = ContentCodec.FromStored(origin.Content),
        State = (TicketState)stored.State,
        StateSince = stored.StateSince,
        Steps = stepsFrom(origin.Steps),
        Step = stored.Step,
        CreatedAt = origin.CreatedAt,
        StartsAt = stored.StartsAt,
        TimeToLiveMs = stored.TimeToLiveMs,
        EnteredAt = stored.EnteredAt,
        DueAt = stored.DueAt,
        HeadStartMs = stored.HeadStartMs,
        Unroutable = stored.Unroutable,
        OfferNo = stored.OfferNo,
        AgentId = stored.AgentId,
        OfferedAt = stored.OfferedAt,
        OfferExpiresAt = stored.OfferExpiresAt,
        Declines = stored.Declines,
        Cooldowns = [.. stored.Cooldowns.Select(c => new Cooldown(c.AgentId, c.Until))],
        HeldAgentId = stored.HeldAgentId,
        HoldEndsAt = stored.HoldEndsAt,
        HoldSpent = stored.HoldSpent,
        AssignmentNo = stored.AssignmentNo,
        AssignmentsBefore = stored.AssignmentsBefore,
        AssignedAt = stored.AssignedAt,
        OnHoldSince = stored.OnHoldSince,
        OnHoldMs = stored.OnHoldMs,
        InteractionEndedAt = stored.InteractionEndedAt,
        InteractionEndedBy = (EndedBy)stored.InteractionEndedBy,
        WrapUpEndsAt = stored.WrapUpEndsAt,
        WrapUpExtended = stored.WrapUpExtended,
        ParkedUntil = stored.ParkedUntil,
        ResumesOnAnswer = stored.ResumesOnAnswer,
        Disposition = stored.Disposition,
        Note = stored.Note,
        Transfers = stored.Transfers,
        CancelCause = stored.CancelCause,
        Messages = stored.Messages,
        Told = FromStored(stored.Told),
        History = [.. stored.History.Select(h => new HistoryEntry(h.At, (FactKind)h.Kind, h.AgentId, h.Detail, FromStored(h.By)))],
    };

    public static StoredActor? ToStored(Actor? actor) =>
        actor is null ? null : new StoredActor { Kind = (StoredActorKind)actor.Kind, Id = actor.Id };

    public static Actor? FromStored(StoredActor? stored) =>
        stored is null ? null : new Actor((ActorKind)stored.Kind, stored.Id);

    public static StoredEstimate ToStored(Estimate estimate) => new()
    {
        MedianSeconds = estimate.MedianSeconds,
        PromiseSeconds = estimate.PromiseSeconds,
        Trust = (StoredTrust)estimate.Trust,
        Ahead = estimate.Ahead,
    };

    public static Estimate FromStored(StoredEstimate stored) =>
        new(stored.MedianSeconds, stored.PromiseSeconds, (Trust)stored.Trust, stored.Ahead);

    public static StoredMessage ToStored(Message message) => new()
    {
        TicketId = message.TicketId,
        Number = message.Number,
        Sender = (StoredMessageSender)message.Sender,
        AgentId = message.AgentId,
        Text = message.Text.Text,
        Language = message.Text.Language,
        At = message.At,
    };

    public static Message FromStored(StoredMessage stored) => new(
        stored.TicketId,
        stored.Number,
        (MessageSender)stored.Sender,
        stored.AgentId,
        new MessageText(stored.Text, stored.Language),
        stored.At);
}
