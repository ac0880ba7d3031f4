using Router.Engine.Agents;
using Router.Engine.Events;

namespace Router.Engine.Records;

/// <summary>What is saved of an agent and changes only when he or a supervisor says so, never with a ticket. Times are engine time, ms since 1970; 0 is never.</summary>
public sealed record AgentSession
{
    /// <summary>He is not signed in.</summary>
    public static readonly AgentSession None = new();

    /// <summary>His session's id, or empty when he is not signed in.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>The session takes only these channels; empty means all.</summary>
    public IReadOnlyList<string> SessionChannels { get; init; } = [];

    /// <summary>The session serves only these languages of the profile; empty means all.</summary>
    public IReadOnlyList<string> SessionLanguages { get; init; } = [];

    /// <summary>When the session began.</summary>
    public long SignedInAt { get; init; }

    /// <summary>Until when his work stays his at the least, whatever the channel's grace: set after an outage.</summary>
    public long GraceUntil { get; init; }

    /// <summary>What he chose.</summary>
    public Presence Presence { get; init; } = Presence.Offline;

    /// <summary>Why he is away, or empty.</summary>
    public string PresenceReason { get; init; } = "";

    /// <summary>Since when.</summary>
    public long PresenceSince { get; init; }

    /// <summary>The presence that follows his live work, or <see cref="Presence.Unspecified"/>.</summary>
    public Presence NextPresence { get; init; }

    /// <summary>The reason of the next presence.</summary>
    public string NextReason { get; init; } = "";

    /// <summary>Who set the presence in his place; null when he or the system did.</summary>
    public SetBy? PresenceSet { get; init; }

    /// <summary>Who set the next presence in his place, or null.</summary>
    public SetBy? NextSet { get; init; }

    /// <summary>Channels of which he takes nothing new, in the order of their names.</summary>
    public IReadOnlyList<ChannelAway> AwayChannels { get; init; } = [];

    /// <summary>From when he takes nothing new, or null.</summary>
    public AgentDrain? Drain { get; init; }

    /// <summary>That has begun.</summary>
    public bool Draining { get; init; }

    /// <summary>Only from these channels; empty is all. Of the last time he asked.</summary>
    public IReadOnlyList<string> TakeChannels { get; init; } = [];

    /// <summary>He signs out once nothing is in hand.</summary>
    public bool SigningOut { get; init; }
}
