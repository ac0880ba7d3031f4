using Google.Protobuf;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Tickets to and from their saved form.</summary>
internal static class TicketCodec
{
    /// <summary>The whole of a ticket in one piece.</summary>
    public static void WriteWhole(FieldWriter fields, TicketRecord ticket)
    {
        fields.Text(StoredTicket.IdFieldNumber, ticket.Id);
        fields.Message(StoredTicket.OriginFieldNumber, ticket, WriteOrigin);
        WriteState(fields, ticket);
    }

    /// <summary>What of it changes at most when it enters a queue.</summary>
    public static void WriteOrigin(FieldWriter fields, TicketRecord ticket)
    {
        fields.Number(StoredOrigin.CounterFieldNumber, ticket.Counter);
        fields.Number(StoredOrigin.CreatedAtFieldNumber, ticket.CreatedAt);
        fields.Message(StoredOrigin.ContentFieldNumber, ticket.Content, ContentCodec.Write);
        fields.Message(StoredOrigin.StepsFieldNumber, ticket.Steps, ContentCodec.Write);
    }

    /// <summary>What of it changes.</summary>
    public static void Write(FieldWriter fields, TicketRecord ticket)
    {
        fields.Text(StoredTicket.IdFieldNumber, ticket.Id);
        WriteState(fields, ticket);
    }

    private static void WriteState(FieldWriter fields, TicketRecord ticket)
    {
        fields.Number(StoredTicket.StateFieldNumber, (long)ticket.State);
        fields.Number(StoredTicket.StateSinceFieldNumber, ticket.StateSince);
        fields.Number(StoredTicket.StepFieldNumber, ticket.Step);
        fields.Number(StoredTicket.StartsAtFieldNumber, ticket.StartsAt);
        fields.Number(StoredTicket.TimeToLiveMsFieldNumber, ticket.TimeToLiveMs);
        fields.Number(StoredTicket.EnteredAtFieldNumber, ticket.EnteredAt);
        fields.Number(StoredTicket.DueAtFieldNumber, ticket.DueAt);
        fields.Number(StoredTicket.HeadStartMsFieldNumber, ticket.HeadStartMs);
        fields.Flag(StoredTicket.UnroutableFieldNumber, ticket.Unroutable);
        fields.Number(StoredTicket.OfferNoFieldNumber, ticket.OfferNo);
        fields.Text(StoredTicket.AgentIdFieldNumber, ticket.AgentId);
        fields.Number(StoredTicket.OfferedAtFieldNumber, ticket.OfferedAt);
        fields.Number(StoredTicket.OfferExpiresAtFieldNumber, ticket.OfferExpiresAt);
        if (ticket.OffersMade > 0)
        {
            fields.Messages(StoredTicket.OffersFieldNumber, ticket.Offers, Write);
            fields.Number(StoredTicket.OffersMadeFieldNumber, ticket.OffersMade);
        }

        fields.Number(StoredTicket.DeclinesFieldNumber, ticket.Declines);
        fields.Messages(StoredTicket.CooldownsFieldNumber, ticket.Cooldowns, Write);
        fields.Text(StoredTicket.HeldAgentIdFieldNumber, ticket.HeldAgentId);
        fields.Number(StoredTicket.HoldEndsAtFieldNumber, ticket.HoldEndsAt);
        fields.Flag(StoredTicket.HoldSpentFieldNumber, ticket.HoldSpent);
        fields.Number(StoredTicket.AssignmentNoFieldNumber, ticket.AssignmentNo);
        fields.Number(StoredTicket.AssignedAtFieldNumber, ticket.AssignedAt);
        fields.Number(StoredTicket.InteractionEndedAtFieldNumber, ticket.InteractionEndedAt);
        fields.Number(StoredTicket.WrapUpEndsAtFieldNumber, ticket.WrapUpEndsAt);
        fields.Text(StoredTicket.DispositionFieldNumber, ticket.Disposition);
        fields.Text(StoredTicket.NoteFieldNumber, ticket.Note);
        fields.Text(StoredTicket.CancelCauseFieldNumber, ticket.CancelCause);
        fields.Number(StoredTicket.MessagesFieldNumber, ticket.Messages);
        fields.Message(StoredTicket.ToldFieldNumber, ticket.Told, Write);
        fields.Messages(StoredTicket.HistoryFieldNumber, ticket.History.AsSpan(), Write);
        fields.Number(StoredTicket.InteractionEndedByFieldNumber, (long)ticket.InteractionEndedBy);
        fields.Number(StoredTicket.OnHoldSinceFieldNumber, ticket.OnHoldSince);
        fields.Number(StoredTicket.OnHoldMsFieldNumber, ticket.OnHoldMs);
        fields.Flag(StoredTicket.WrapUpExtendedFieldNumber, ticket.WrapUpExtended);
        fields.Flag(StoredTicket.HardFieldNumber, ticket.Hard);
        fields.Number(StoredTicket.AssignmentsBeforeFieldNumber, ticket.AssignmentsBefore);
        fields.Number(StoredTicket.ParkedUntilFieldNumber, ticket.ParkedUntil);
        fields.Flag(StoredTicket.ResumesOnAnswerFieldNumber, ticket.ResumesOnAnswer);
        fields.Number(StoredTicket.TransfersFieldNumber, ticket.Transfers);
        fields.Flag(StoredTicket.IsExpeditedFieldNumber, ticket.IsExpedited);
        if (ticket.PeerOffer is { } offer)
        {
            fields.Message(StoredTicket.PeerOfferFieldNumber, offer, Write);
        }

        fields.Messages(StoredTicket.ParticipantsFieldNumber, ticket.Participants, Write);

        if (ticket.WantedAgentId.Length > 0)
        {
            fields.Text(StoredTicket.WantedAgentIdFieldNumber, ticket.WantedAgentId);
            fields.Number(StoredTicket.WantedCauseFieldNumber, (long)ticket.WantedCause);
            fields.Number(StoredTicket.WantedUntilFieldNumber, ticket.WantedUntil);
        }

        fields.Flag(StoredTicket.WaitsForOpeningFieldNumber, ticket.WaitsForOpening);
        if (ticket.Later is { } later)
        {
            fields.Message(StoredTicket.LaterFieldNumber, later, LaterCodec.Write);
        }

        fields.Number(StoredTicket.PromiseUntilFieldNumber, ticket.PromiseUntil);
        fields.Number(StoredTicket.PromiseFateFieldNumber, (long)ticket.PromiseFate);
    }

    private static void Write(FieldWriter fields, OpenOffer offer)
    {
        fields.Text(StoredOpenOffer.AgentIdFieldNumber, offer.AgentId);
        fields.Number(StoredOpenOffer.OfferNoFieldNumber, offer.OfferNo);
    }

    private static void Write(FieldWriter fields, Cooldown cooldown)
    {
        fields.Text(StoredCooldown.AgentIdFieldNumber, cooldown.AgentId);
        fields.Number(StoredCooldown.UntilFieldNumber, cooldown.Until);
    }

    private static void Write(FieldWriter fields, PendingPeerOffer offer)
    {
        fields.Text(StoredPeerOffer.AgentIdFieldNumber, offer.AgentId);
        fields.Number(StoredPeerOffer.OfferNoFieldNumber, offer.OfferNo);
        fields.Number(StoredPeerOffer.MadeAtFieldNumber, offer.MadeAt);
        fields.Number(StoredPeerOffer.ExpiresAtFieldNumber, offer.ExpiresAt);
        fields.Text(StoredPeerOffer.NoteFieldNumber, offer.Note);
        fields.Flag(StoredPeerOffer.IsConsultFieldNumber, offer.IsConsult);
    }

    private static void Write(FieldWriter fields, JoinedAgent participant)
    {
        fields.Text(StoredParticipant.AgentIdFieldNumber, participant.AgentId);
        fields.Number(StoredParticipant.OfferNoFieldNumber, participant.OfferNo);
        fields.Number(StoredParticipant.JoinedAtFieldNumber, participant.JoinedAt);
        fields.Flag(StoredParticipant.StaysFieldNumber, participant.Stays);
    }

    private static void Write(FieldWriter fields, HistoryEntry entry)
    {
        fields.Number(StoredHistoryEntry.AtFieldNumber, entry.At);
        fields.Number(StoredHistoryEntry.KindFieldNumber, (long)entry.Kind);
        fields.Text(StoredHistoryEntry.AgentIdFieldNumber, entry.AgentId);
        fields.Text(StoredHistoryEntry.DetailFieldNumber, entry.Detail);
        if (entry.By is { } actor)
        {
            fields.Message(StoredHistoryEntry.ByFieldNumber, actor, Write);
        }
    }

    /// <summary>Writes an actor, field by field.</summary>
    public static void Write(FieldWriter fields, Actor actor)
    {
        fields.Number(StoredActor.KindFieldNumber, (long)actor.Kind);
        fields.Text(StoredActor.IdFieldNumber, actor.Id);
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
        Offers = [.. stored.Offers.Select(o => new OpenOffer(o.AgentId, o.OfferNo))],
        OffersMade = stored.OffersMade,
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
        Hard = stored.Hard,
        ParkedUntil = stored.ParkedUntil,
        ResumesOnAnswer = stored.ResumesOnAnswer,
        Disposition = stored.Disposition,
        Note = stored.Note,
        PeerOffer = stored.PeerOffer is { } offer
            ? new PendingPeerOffer(offer.AgentId, offer.OfferNo, offer.MadeAt, offer.ExpiresAt, offer.Note, offer.IsConsult)
            : null,
        Participants = [.. stored.Participants.Select(p => new JoinedAgent(p.AgentId, p.OfferNo, p.JoinedAt, p.Stays))],
        Transfers = stored.Transfers,
        WantedAgentId = stored.WantedAgentId,
        WantedCause = (WantedCause)stored.WantedCause,
        WantedUntil = stored.WantedUntil,
        WaitsForOpening = stored.WaitsForOpening,
        IsExpedited = stored.IsExpedited,
        CancelCause = stored.CancelCause,
        Messages = stored.Messages,
        Told = FromStored(stored.Told),
        PromiseUntil = stored.PromiseUntil,
        PromiseFate = (PromiseFate)stored.PromiseFate,
        Later = LaterCodec.FromStored(stored.Later),
        History = stored.History.Select(h => new HistoryEntry(h.At, (FactKind)h.Kind, h.AgentId, h.Detail, FromStored(h.By))).ToArray(),
    };

    public static StoredActor? ToStored(Actor? actor) =>
        actor is null ? null : new StoredActor { Kind = (StoredActorKind)actor.Kind, Id = actor.Id };

    public static Actor? FromStored(StoredActor? stored) =>
        stored is null ? null : new Actor((ActorKind)stored.Kind, stored.Id);

    public static void Write(FieldWriter fields, Estimate estimate)
    {
        fields.Number(StoredEstimate.MedianSecondsFieldNumber, estimate.MedianSeconds);
        fields.Number(StoredEstimate.PromiseSecondsFieldNumber, estimate.PromiseSeconds);
        fields.Number(StoredEstimate.TrustFieldNumber, (long)estimate.Trust);
        fields.Number(StoredEstimate.AheadFieldNumber, estimate.Ahead);
        fields.Number(StoredEstimate.DrainMsFieldNumber, estimate.DrainMs);
        fields.Number(StoredEstimate.OldestMsFieldNumber, estimate.OldestMs);
    }

    public static Estimate FromStored(StoredEstimate stored) =>
        new(stored.MedianSeconds, stored.PromiseSeconds, (Trust)stored.Trust, stored.Ahead, stored.DrainMs, stored.OldestMs);

    public static StoredMessage ToStored(Message message) => new()
    {
        TicketId = message.TicketId,
        Number = message.Number,
        Sender = (StoredMessageSender)message.Sender,
        AgentId = message.AgentId,
        Text = message.Text.Text,
        Language = message.Text.Language,
        IsReference = message.Text.IsReference,
        At = message.At,
    };

    public static Message FromStored(StoredMessage stored) => new(
        stored.TicketId,
        stored.Number,
        (MessageSender)stored.Sender,
        stored.AgentId,
        new MessageText(stored.Text, stored.Language, stored.IsReference),
        stored.At);
}
