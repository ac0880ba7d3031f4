using Router.Engine.Agents;
using Router.Engine.Events;

namespace Router.Engine.Records;

/// <summary>All that is saved of an agent. Times are engine time, ms since 1970; 0 is never.</summary>
public sealed record AgentRecord
{
    internal static readonly IReadOnlyDictionary<string, int> NothingMissed = new Dictionary<string, int>();

    /// <summary>Who he is and what he can do.</summary>
    public required AgentProfile Profile { get; init; }

    /// <summary>Counts registrations over the workspace's whole life.</summary>
    public required long Number { get; init; }

    /// <summary>His session's id, or empty when he is not signed in.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>The session takes only these channels; empty means all.</summary>
    public IReadOnlyList<string> SessionChannels { get; init; } = [];

    /// <summary>The session serves only these languages of the profile; empty means all.</summary>
    public IReadOnlyList<string> SessionLanguages { get; init; } = [];

    /// <summary>When the session began.</summary>
    public long SignedInAt { get; init; }

    /// <summary>Since when the session has no live stream; 0 while it has one.</summary>
    public long GoneSince { get; init; }

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

    /// <summary>Until when he waits for the one ticket that he asked for on demand; 0 when he does not.</summary>
    public long TakeUntil { get; init; }

    /// <summary>Only from these channels; empty is all. Of the last time he asked.</summary>
    public IReadOnlyList<string> TakeChannels { get; init; } = [];

    /// <summary>Until when he rests after a hard ticket; 0 when he does not.</summary>
    public long RestUntil { get; init; }

    /// <summary>He rests, as he was at live work for too much of the last hour.</summary>
    public bool Overloaded { get; init; }

    /// <summary>Whether he takes nothing new for a while, though he is available.</summary>
    public bool IsResting => RestUntil > 0 || Overloaded;

    /// <summary>Since when he is at live work, where the policy asks how much he is; 0 while he is not.</summary>
    public long BusySince { get; init; }

    /// <summary>How much of the last hour he was at live work, what is under way left out.</summary>
    public IReadOnlyList<BusySlice> BusySlices { get; init; } = [];

    /// <summary>He signs out once nothing is in hand.</summary>
    public bool SigningOut { get; init; }

    /// <summary>Since when he has been longest idle: his last ticket's end or when he became available.</summary>
    public long IdleSince { get; init; }

    /// <summary>Missed offers in a row, by channel name; channels without one are left out.</summary>
    public IReadOnlyDictionary<string, int> Missed { get; init; } = NothingMissed;
}
