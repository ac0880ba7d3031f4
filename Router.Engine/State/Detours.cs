using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>
/// What a ticket has that is not on the straight way from its queue to an agent and out. Most have nothing of it, and are the smaller for that. Each is
/// explained where <see cref="Ticket"/> shows it.
/// </summary>
internal sealed class Detours
{
    public long StartsAt { get; set; }

    public bool WaitsForOpening { get; set; }

    public WantedAgent? Wanted { get; set; }

    public bool Unroutable { get; set; }

    public Broadcast? Broadcast { get; set; }

    public int Declines { get; set; }

    public Cooldown[] Cooldowns { get; set; } = [];

    public Agent? HeldAgent { get; set; }

    public long HoldEndsAt { get; set; }

    public bool HoldSpent { get; set; }

    public long OnHoldSince { get; set; }

    public long OnHoldMs { get; set; }

    public bool WrapUpExtended { get; set; }

    public bool IsHard { get; set; }

    public long ParkedUntil { get; set; }

    public bool ResumesOnAnswer { get; set; }

    public PeerOffer? PeerOffer { get; set; }

    public Participant[] Participants { get; set; } = [];

    public int Transfers { get; set; }

    public string CancelCause { get; set; } = "";

    public bool IsExpedited { get; set; }

    public TicketDetours ToRecord() => new()
    {
        StartsAt = StartsAt,
        WaitsForOpening = WaitsForOpening,
        Unroutable = Unroutable,
        Offers = Broadcast is { } broadcast ? Array.ConvertAll(broadcast.Open, o => new OpenOffer(o.Agent.Id, o.OfferNo)) : [],
        OffersMade = Broadcast?.MadeTo ?? 0,
        Declines = Declines,
        Cooldowns = Cooldowns,
        HeldAgentId = HeldAgent?.Id ?? "",
        HoldEndsAt = HoldEndsAt,
        HoldSpent = HoldSpent,
        OnHoldSince = OnHoldSince,
        OnHoldMs = OnHoldMs,
        WrapUpExtended = WrapUpExtended,
        Hard = IsHard,
        ParkedUntil = ParkedUntil,
        ResumesOnAnswer = ResumesOnAnswer,
        PeerOffer = PeerOffer is { } offer
            ? new PendingPeerOffer(offer.Target.Id, offer.OfferNo, offer.MadeAt, offer.ExpiresAt, offer.Note, offer.IsConsult)
            : null,
        Participants = Participants.Length == 0 ? [] : Array.ConvertAll(Participants, p => new JoinedAgent(p.Agent.Id, p.OfferNo, p.JoinedAt, p.Stays)),
        Transfers = Transfers,
        CancelCause = CancelCause,
        WantedAgentId = Wanted?.AgentId ?? "",
        WantedCause = Wanted?.Cause ?? WantedCause.Unspecified,
        WantedUntil = Wanted?.Until ?? 0,
        IsExpedited = IsExpedited,
    };
}
