using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>
/// Who may serve a step (and those before it), and what keeps each from a ticket. Every agent who is signed in is counted once,
/// under the first that holds, from <see cref="Away"/> on.
/// </summary>
public sealed record StepStaffing
{
    /// <summary>What the step asks.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>When it opens or opened, engine time in ms; 0 while the ticket is in no queue yet.</summary>
    public required long OpensAt { get; init; }

    /// <summary>Whether it is open: none is while the ticket waits for one agent alone.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Agents whose profile meets it, or a step before it.</summary>
    public required int Registered { get; init; }

    /// <summary>Of these, those with a session.</summary>
    public int SignedIn { get; init; }

    /// <summary>Not available, or not for the channel or the language in this session.</summary>
    public int Away { get; init; }

    /// <summary>Take nothing new for a while, after a hard ticket or too much work.</summary>
    public int Resting { get; init; }

    /// <summary>Have no room for it.</summary>
    public int AtCapacity { get; init; }

    /// <summary>Declined or missed this ticket a short time ago.</summary>
    public int CoolingDown { get; init; }

    /// <summary>Are kept free for an exclusive ticket due earlier.</summary>
    public int Held { get; init; }

    /// <summary>Are among the idle whom a queue keeps free for one of its channels.</summary>
    public int Reserved { get; init; }

    /// <summary>Take nothing new, as they are about to leave.</summary>
    public int Draining { get; init; }

    /// <summary>Have no live stream.</summary>
    public int SessionLost { get; init; }

    /// <summary>Could be given it now: none while it is queued, as work is conserved.</summary>
    public int Eligible { get; init; }

    /// <summary>How long the longest running work of those at capacity has lasted, ms.</summary>
    public long LongestBusyMs { get; init; }
}
