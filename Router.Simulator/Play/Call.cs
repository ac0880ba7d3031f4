using Router.Engine.Tickets;

namespace Router.Simulator.Play;

/// <summary>A customer's contact: when it comes, how long the customer waits at most, how long serving him takes.</summary>
/// <remarks>All of it is drawn before it comes, so that two policies can be compared on the same callers.</remarks>
internal sealed class Call
{
    /// <summary>The patience of one who never gives up.</summary>
    public const long Endless = long.MaxValue;

    /// <summary>When it comes to the queue, virtual time in ms.</summary>
    public required long At { get; init; }

    /// <summary>What it asks for. The same object may serve many calls: nothing tells tickets apart by it.</summary>
    public required TicketContent Content { get; init; }

    /// <summary>How long the customer waits until he hangs up, ms, or <see cref="Endless"/>.</summary>
    public long PatienceMs { get; init; } = Endless;

    /// <summary>How long agent and customer are at it, ms.</summary>
    public long HandleMs { get; init; }

    /// <summary>Which kind of call it is, for whoever counts: a number of the scenario's own.</summary>
    public int Kind { get; init; }

    /// <summary>Where it comes from, which is asked for the next one when this one has come; null for one that was planned alone.</summary>
    public CallSource? Source { get; set; }

    /// <summary>The ticket it became; empty before.</summary>
    public string TicketId { get; set; } = "";

    /// <summary>The agent who serves it, or null.</summary>
    public SimulatedAgent? Agent { get; set; }

    /// <summary>His assignment.</summary>
    public int AssignmentNo { get; set; }

    /// <summary>Served, given up or turned away.</summary>
    public bool IsOver { get; set; }
}
