using Router.Engine.Tickets;

namespace Router.Engine.Records;

/// <summary>
/// What is saved of a ticket that is not on the straight way from its queue to an agent and out: most have nothing of it. Times are engine time, ms since
/// 1970; 0 is never.
/// </summary>
public sealed record TicketDetours
{
    /// <summary>Nothing of it.</summary>
    public static readonly TicketDetours None = new();

    /// <summary>When it enters its queue by schedule.</summary>
    public long StartsAt { get; init; }

    /// <summary>While it is scheduled: it came while its queue was closed, and enters when that opens.</summary>
    public bool WaitsForOpening { get; init; }

    /// <summary>No registered profile could ever serve it.</summary>
    public bool Unroutable { get; init; }

    /// <summary>The open offers where its queue makes several at once; else empty.</summary>
    public IReadOnlyList<OpenOffer> Offers { get; init; } = [];

    /// <summary>To how many agents those were made, the ones that are over included.</summary>
    public int OffersMade { get; init; }

    /// <summary>How often it was declined.</summary>
    public int Declines { get; init; }

    /// <summary>Agents who are not offered it for now.</summary>
    public IReadOnlyList<Cooldown> Cooldowns { get; init; } = [];

    /// <summary>The agent held for it, or empty.</summary>
    public string HeldAgentId { get; init; } = "";

    /// <summary>When that hold ends at the latest.</summary>
    public long HoldEndsAt { get; init; }

    /// <summary>A hold for it ran out.</summary>
    public bool HoldSpent { get; init; }

    /// <summary>Since when the customer is on hold; 0 while he is not.</summary>
    public long OnHoldSince { get; init; }

    /// <summary>How long he was on hold in the last assignment, ms, the hold under way left out.</summary>
    public long OnHoldMs { get; init; }

    /// <summary>The owner took more time for wrap-up.</summary>
    public bool WrapUpExtended { get; init; }

    /// <summary>In the last assignment it was hard: its owner rests after it.</summary>
    public bool Hard { get; init; }

    /// <summary>When it is back in its queue at the latest, while it is parked.</summary>
    public long ParkedUntil { get; init; }

    /// <summary>While it is parked: a message of the customer brings it back.</summary>
    public bool ResumesOnAnswer { get; init; }

    /// <summary>Why it was cancelled, or empty.</summary>
    public string CancelCause { get; init; } = "";

    /// <summary>While it is assigned: whom its owner has asked to take it over or to join; null for most.</summary>
    public PendingPeerOffer? PeerOffer { get; init; }

    /// <summary>While it is assigned: who has joined its owner, first come first.</summary>
    public IReadOnlyList<JoinedAgent> Participants { get; init; } = [];

    /// <summary>How often it was handed over.</summary>
    public int Transfers { get; init; }

    /// <summary>The one agent it waits for, or will when it is back in its queue; empty for most.</summary>
    public string WantedAgentId { get; init; } = "";

    /// <summary>Why he.</summary>
    public WantedCause WantedCause { get; init; }

    /// <summary>Until when it waits for him alone; 0 while that has not begun.</summary>
    public long WantedUntil { get; init; }

    /// <summary>It goes before all that are not expedited.</summary>
    public bool IsExpedited { get; init; }
}
