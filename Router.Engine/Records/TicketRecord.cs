using Router.Engine.Events;
using Router.Engine.Tickets;

namespace Router.Engine.Records;

/// <summary>All that is saved of a ticket. Times are engine time, ms since 1970; 0 is never.</summary>
public sealed record TicketRecord
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>Counts over the workspace's whole life: the order of ids.</summary>
    public required long Counter { get; init; }

    /// <summary>What it was submitted with, and what it asks for since it was handed over.</summary>
    public required TicketContent Content { get; init; }

    /// <summary>Where it is.</summary>
    public required TicketState State { get; init; }

    /// <summary>When <see cref="State"/> began.</summary>
    public long StateSince { get; init; }

    /// <summary>The routing steps it was submitted with, the first open from the start.</summary>
    public required IReadOnlyList<RoutingStep> Steps { get; init; }

    /// <summary>The last step that has opened.</summary>
    public int Step { get; init; }

    /// <summary>When it was submitted.</summary>
    public long CreatedAt { get; init; }

    /// <summary>When it enters its queue by schedule.</summary>
    public long StartsAt
    {
        get => Detours.StartsAt;
        init => Detours = value == StartsAt ? Detours : Detours with { StartsAt = value };
    }

    /// <summary>While it is scheduled: it came while its queue was closed, and enters when that opens.</summary>
    public bool WaitsForOpening
    {
        get => Detours.WaitsForOpening;
        init => Detours = value == WaitsForOpening ? Detours : Detours with { WaitsForOpening = value };
    }

    /// <summary>Longest wait, ms; 0 is without end.</summary>
    public long TimeToLiveMs { get; init; }

    /// <summary>When it entered the queue.</summary>
    public long EnteredAt { get; init; }

    /// <summary>Its place in the order.</summary>
    public long DueAt { get; init; }

    /// <summary>The head start in it, ms.</summary>
    public long HeadStartMs { get; init; }

    /// <summary>No registered profile could ever serve it.</summary>
    public bool Unroutable
    {
        get => Detours.Unroutable;
        init => Detours = value == Unroutable ? Detours : Detours with { Unroutable = value };
    }

    /// <summary>The last offer's number; 0 is none yet.</summary>
    public int OfferNo { get; init; }

    /// <summary>The agent of the one open offer, the owner, or who completed it; empty while it waits.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>The open offers where its queue makes several at once; else empty.</summary>
    public IReadOnlyList<OpenOffer> Offers
    {
        get => Detours.Offers;
        init => Detours = value.Count + Offers.Count == 0 ? Detours : Detours with { Offers = value };
    }

    /// <summary>To how many agents those were made, the ones that are over included.</summary>
    public int OffersMade
    {
        get => Detours.OffersMade;
        init => Detours = value == OffersMade ? Detours : Detours with { OffersMade = value };
    }

    /// <summary>The open offers, one or several.</summary>
    public IReadOnlyList<OpenOffer> OpenOffers() => State != TicketState.Offered ? [] : Offers.Count > 0 ? Offers : [new(AgentId, OfferNo)];

    /// <summary>The number of an agent's open offer, or 0 when there is none.</summary>
    /// <param name="agentId">The agent.</param>
    public int OfferTo(string agentId) => OpenOffers().FirstOrDefault(o => o.AgentId == agentId)?.OfferNo ?? 0;

    /// <summary>When the open offer was made.</summary>
    public long OfferedAt { get; init; }

    /// <summary>When the open offer ends by itself.</summary>
    public long OfferExpiresAt { get; init; }

    /// <summary>How often it was declined.</summary>
    public int Declines
    {
        get => Detours.Declines;
        init => Detours = value == Declines ? Detours : Detours with { Declines = value };
    }

    /// <summary>Agents who are not offered it for now.</summary>
    public IReadOnlyList<Cooldown> Cooldowns
    {
        get => Detours.Cooldowns;
        init => Detours = value.Count + Cooldowns.Count == 0 ? Detours : Detours with { Cooldowns = value };
    }

    /// <summary>The agent held for it, or empty.</summary>
    public string HeldAgentId
    {
        get => Detours.HeldAgentId;
        init => Detours = value == HeldAgentId ? Detours : Detours with { HeldAgentId = value };
    }

    /// <summary>When that hold ends at the latest.</summary>
    public long HoldEndsAt
    {
        get => Detours.HoldEndsAt;
        init => Detours = value == HoldEndsAt ? Detours : Detours with { HoldEndsAt = value };
    }

    /// <summary>A hold for it ran out.</summary>
    public bool HoldSpent
    {
        get => Detours.HoldSpent;
        init => Detours = value == HoldSpent ? Detours : Detours with { HoldSpent = value };
    }

    /// <summary>The last assignment's number; 0 is none yet.</summary>
    public int AssignmentNo { get; init; }

    /// <summary>How many assignments it had had when it last entered a queue.</summary>
    public int AssignmentsBefore { get; init; }

    /// <summary>When it was last assigned.</summary>
    public long AssignedAt { get; init; }

    /// <summary>Since when the customer is on hold; 0 while he is not.</summary>
    public long OnHoldSince
    {
        get => Detours.OnHoldSince;
        init => Detours = value == OnHoldSince ? Detours : Detours with { OnHoldSince = value };
    }

    /// <summary>How long he was on hold in the last assignment, ms, the hold under way left out.</summary>
    public long OnHoldMs
    {
        get => Detours.OnHoldMs;
        init => Detours = value == OnHoldMs ? Detours : Detours with { OnHoldMs = value };
    }

    /// <summary>When the interaction ended.</summary>
    public long InteractionEndedAt { get; init; }

    /// <summary>Who ended it.</summary>
    public EndedBy InteractionEndedBy { get; init; }

    /// <summary>When wrap-up ends by itself.</summary>
    public long WrapUpEndsAt { get; init; }

    /// <summary>The owner took more time for wrap-up.</summary>
    public bool WrapUpExtended
    {
        get => Detours.WrapUpExtended;
        init => Detours = value == WrapUpExtended ? Detours : Detours with { WrapUpExtended = value };
    }

    /// <summary>In the last assignment it was hard: its owner rests after it.</summary>
    public bool Hard
    {
        get => Detours.Hard;
        init => Detours = value == Hard ? Detours : Detours with { Hard = value };
    }

    /// <summary>When it is back in its queue at the latest, while it is parked.</summary>
    public long ParkedUntil
    {
        get => Detours.ParkedUntil;
        init => Detours = value == ParkedUntil ? Detours : Detours with { ParkedUntil = value };
    }

    /// <summary>While it is parked: a message of the customer brings it back.</summary>
    public bool ResumesOnAnswer
    {
        get => Detours.ResumesOnAnswer;
        init => Detours = value == ResumesOnAnswer ? Detours : Detours with { ResumesOnAnswer = value };
    }

    /// <summary>The code it was completed with.</summary>
    public string Disposition { get; init; } = "";

    /// <summary>The agent's note.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why it was cancelled, or empty.</summary>
    public string CancelCause
    {
        get => Detours.CancelCause;
        init => Detours = value == CancelCause ? Detours : Detours with { CancelCause = value };
    }

    /// <summary>While it is assigned: whom its owner has asked to take it over or to join; null for most.</summary>
    public PendingPeerOffer? PeerOffer
    {
        get => Detours.PeerOffer;
        init => Detours = value == PeerOffer ? Detours : Detours with { PeerOffer = value };
    }

    /// <summary>While it is assigned: who has joined its owner, first come first.</summary>
    public IReadOnlyList<JoinedAgent> Participants
    {
        get => Detours.Participants;
        init => Detours = value.Count + Participants.Count == 0 ? Detours : Detours with { Participants = value };
    }

    /// <summary>How often it was handed over.</summary>
    public int Transfers
    {
        get => Detours.Transfers;
        init => Detours = value == Transfers ? Detours : Detours with { Transfers = value };
    }

    /// <summary>The one agent it waits for, or will when it is back in its queue; empty for most.</summary>
    public string WantedAgentId
    {
        get => Detours.WantedAgentId;
        init => Detours = value == WantedAgentId ? Detours : Detours with { WantedAgentId = value };
    }

    /// <summary>Why he.</summary>
    public WantedCause WantedCause
    {
        get => Detours.WantedCause;
        init => Detours = value == WantedCause ? Detours : Detours with { WantedCause = value };
    }

    /// <summary>Until when it waits for him alone; 0 while that has not begun.</summary>
    public long WantedUntil
    {
        get => Detours.WantedUntil;
        init => Detours = value == WantedUntil ? Detours : Detours with { WantedUntil = value };
    }

    /// <summary>It goes before all that are not expedited.</summary>
    public bool IsExpedited
    {
        get => Detours.IsExpedited;
        init => Detours = value == IsExpedited ? Detours : Detours with { IsExpedited = value };
    }

    /// <summary>Number of the conversation's last message.</summary>
    public int Messages { get; init; }

    /// <summary>The waits first told, when it entered a queue.</summary>
    public Estimate Told { get; init; }

    /// <summary>When the promise first told is over, engine time in ms; 0 when none was told.</summary>
    public long PromiseUntil { get; init; }

    /// <summary>What became of that promise.</summary>
    public PromiseFate PromiseFate { get; init; }

    /// <summary>What it has that is not on the straight way from its queue to an agent and out: the properties of the same names show it.</summary>
    public TicketDetours Detours { get; init; } = TicketDetours.None;

    /// <summary>What few tickets have; null for the others.</summary>
    public TicketLater? Later { get; init; }

    /// <summary>What happened to it, oldest first, at most 100 entries.</summary>
    public ArraySegment<HistoryEntry> History { get; init; } = ArraySegment<HistoryEntry>.Empty;

    /// <summary>Whether it is over: completed, abandoned, cancelled or expired.</summary>
    public bool IsClosed => TicketStates.IsClosed(State);
}
