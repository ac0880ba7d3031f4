using Router.Engine.Tickets;

namespace Router.Simulator.Play;

/// <summary>
/// A customer's contact, on any channel: when it comes, how long the customer waits at most, how long serving him takes. It is played once.
/// </summary>
/// <remarks>All of it is drawn before it comes, so that two policies can be compared on the same callers.</remarks>
public sealed class Call
{
    /// <summary>The patience of one who never gives up.</summary>
    public const long Endless = long.MaxValue;

    /// <summary>When it comes to the queue, virtual time in ms.</summary>
    public required long At { get; init; }

    /// <summary>
    /// What it asks for; without a queue it is classified. The same object may serve many calls: nothing tells tickets apart by it.
    /// </summary>
    public required TicketContent Content { get; init; }

    /// <summary>How long the customer waits until he gives up, ms, or <see cref="Endless"/>.</summary>
    public long PatienceMs { get; init; } = Endless;

    /// <summary>How long agent and customer are at it, ms.</summary>
    public long HandleMs { get; init; }

    /// <summary>How long the agent works after it where the policy has wrap-up, ms, at most what the policy gives; null takes all that it gives, and nothing where that is until the agent is done.</summary>
    public long? WrapUpMs { get; init; }

    /// <summary>
    /// Whether <see cref="HandleMs"/> counts only while the agent has no live work and no such ticket that he took before: a letter is written
    /// between calls, one after the other. False where it is the time from taking it to being done with it, as a log has it.
    /// </summary>
    public bool YieldsToLive { get; init; }

    /// <summary>Which kind of call it is, for whoever counts: a number of the scenario's own.</summary>
    public int Kind { get; init; }

    /// <summary>Where it comes from, which is asked for the next one when this one has come; null for one that was planned alone.</summary>
    internal CallSource? Source { get; set; }

    /// <summary>The ticket it became; empty before.</summary>
    internal string TicketId { get; set; } = "";

    /// <summary>The queue in which it waits or waited last; empty before.</summary>
    internal string Queue { get; set; } = "";

    /// <summary>The agent who serves it, or null.</summary>
    internal SimulatedAgent? Agent { get; set; }

    /// <summary>His assignment.</summary>
    internal int AssignmentNo { get; set; }

    /// <summary>When agent and customer are done, virtual time in ms; 0 while that is not known.</summary>
    internal long DoneAt { get; set; }

    /// <summary>How much of <see cref="HandleMs"/> is still to do, ms, for one that yields.</summary>
    internal long LeftMs { get; set; }

    /// <summary>Agent and customer are done, and the agent works on after it.</summary>
    internal bool IsWrappingUp { get; set; }

    /// <summary>Served, given up or turned away.</summary>
    internal bool IsOver { get; set; }
}
