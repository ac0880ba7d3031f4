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

    /// <summary>His session and presence: the properties of the same names show it.</summary>
    public AgentSession Session { get; init; } = AgentSession.None;

    /// <summary>His session's id, or empty when he is not signed in.</summary>
    public string SessionId
    {
        get => Session.SessionId;
        init => Session = value == SessionId ? Session : Session with { SessionId = value };
    }

    /// <summary>The session takes only these channels; empty means all.</summary>
    public IReadOnlyList<string> SessionChannels
    {
        get => Session.SessionChannels;
        init => Session = value.Count + SessionChannels.Count == 0 ? Session : Session with { SessionChannels = value };
    }

    /// <summary>The session serves only these languages of the profile; empty means all.</summary>
    public IReadOnlyList<string> SessionLanguages
    {
        get => Session.SessionLanguages;
        init => Session = value.Count + SessionLanguages.Count == 0 ? Session : Session with { SessionLanguages = value };
    }

    /// <summary>When the session began.</summary>
    public long SignedInAt
    {
        get => Session.SignedInAt;
        init => Session = value == SignedInAt ? Session : Session with { SignedInAt = value };
    }

    /// <summary>Since when the session has no live stream; 0 while it has one.</summary>
    public long GoneSince { get; init; }

    /// <summary>Until when his work stays his at the least, whatever the channel's grace: set after an outage.</summary>
    public long GraceUntil
    {
        get => Session.GraceUntil;
        init => Session = value == GraceUntil ? Session : Session with { GraceUntil = value };
    }

    /// <summary>What he chose.</summary>
    public Presence Presence
    {
        get => Session.Presence;
        init => Session = value == Presence ? Session : Session with { Presence = value };
    }

    /// <summary>Why he is away, or empty.</summary>
    public string PresenceReason
    {
        get => Session.PresenceReason;
        init => Session = value == PresenceReason ? Session : Session with { PresenceReason = value };
    }

    /// <summary>Since when.</summary>
    public long PresenceSince
    {
        get => Session.PresenceSince;
        init => Session = value == PresenceSince ? Session : Session with { PresenceSince = value };
    }

    /// <summary>The presence that follows his live work, or <see cref="Presence.Unspecified"/>.</summary>
    public Presence NextPresence
    {
        get => Session.NextPresence;
        init => Session = value == NextPresence ? Session : Session with { NextPresence = value };
    }

    /// <summary>The reason of the next presence.</summary>
    public string NextReason
    {
        get => Session.NextReason;
        init => Session = value == NextReason ? Session : Session with { NextReason = value };
    }

    /// <summary>Who set the presence in his place; null when he or the system did.</summary>
    public SetBy? PresenceSet
    {
        get => Session.PresenceSet;
        init => Session = value == PresenceSet ? Session : Session with { PresenceSet = value };
    }

    /// <summary>Who set the next presence in his place, or null.</summary>
    public SetBy? NextSet
    {
        get => Session.NextSet;
        init => Session = value == NextSet ? Session : Session with { NextSet = value };
    }

    /// <summary>Channels of which he takes nothing new, in the order of their names.</summary>
    public IReadOnlyList<ChannelAway> AwayChannels
    {
        get => Session.AwayChannels;
        init => Session = value.Count + AwayChannels.Count == 0 ? Session : Session with { AwayChannels = value };
    }

    /// <summary>From when he takes nothing new, or null.</summary>
    public AgentDrain? Drain
    {
        get => Session.Drain;
        init => Session = value == Drain ? Session : Session with { Drain = value };
    }

    /// <summary>That has begun.</summary>
    public bool Draining
    {
        get => Session.Draining;
        init => Session = value == Draining ? Session : Session with { Draining = value };
    }

    /// <summary>Until when he waits for the one ticket that he asked for on demand; 0 when he does not.</summary>
    public long TakeUntil { get; init; }

    /// <summary>Only from these channels; empty is all. Of the last time he asked.</summary>
    public IReadOnlyList<string> TakeChannels
    {
        get => Session.TakeChannels;
        init => Session = value.Count + TakeChannels.Count == 0 ? Session : Session with { TakeChannels = value };
    }

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
    public bool SigningOut
    {
        get => Session.SigningOut;
        init => Session = value == SigningOut ? Session : Session with { SigningOut = value };
    }

    /// <summary>Since when he has been longest idle: his last ticket's end or when he became available.</summary>
    public long IdleSince { get; init; }

    /// <summary>Missed offers in a row, by channel name; channels without one are left out.</summary>
    public IReadOnlyDictionary<string, int> Missed { get; init; } = NothingMissed;
}
