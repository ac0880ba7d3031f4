using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>What becomes of a ticket that comes to a queue.</summary>
/// <param name="Content">The ticket in the queue where it came to in the end.</param>
internal sealed record Admitted(TicketContent Content)
{
    /// <summary>The queues that did not take it, in order.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>When that queue opens, which it waits for, engine time in ms; 0 when it enters at once.</summary>
    public long OpensAt { get; init; }

    /// <summary>Its queue is full and takes it all the same, as its customer is to be called back.</summary>
    public bool IsPastLimit { get; init; }

    /// <summary>Why it is turned away, or null.</summary>
    public Outcome? Refusal { get; init; }
}
