using Router.Engine.Tickets;

namespace Router.Simulator.Recorded;

/// <summary>A ticket in a queue, as it was: each time that it enters one is a visit of its own.</summary>
public sealed class Visit
{
    /// <summary>What it asked for.</summary>
    public required TicketContent Content { get; set; }

    /// <summary>When it entered, ms since 1970.</summary>
    public required long EnteredAt { get; init; }

    /// <summary>The queue that did not take it and sent it on to this one; empty when none did.</summary>
    public string OverflowedFrom { get; init; } = "";

    /// <summary>When an agent first had it, ms since 1970; 0 when none had.</summary>
    public long AnsweredAt { get; set; }

    /// <summary>How it ended.</summary>
    public VisitEnd End { get; set; }

    /// <summary>When it ended, ms since 1970; 0 while it has not.</summary>
    public long EndedAt { get; set; }

    /// <summary>The customer left so soon that it counts as short.</summary>
    public bool IsShort { get; set; }

    /// <summary>How many offers of it agents declined.</summary>
    public int Declined { get; set; }

    /// <summary>How many offers of it agents let pass.</summary>
    public int Missed { get; set; }

    /// <summary>Talk and hold of all agents who had it, ms.</summary>
    public long TalkMs { get; set; }

    /// <summary>Wrap-up, ms.</summary>
    public long WrapUpMs { get; set; }

    /// <summary>The ticket was done with it, and not handed over or put aside.</summary>
    public bool IsCompleted { get; set; }

    /// <summary>Whether the promise first told was kept; null when none was judged.</summary>
    public bool? PromiseKept { get; set; }
}
