namespace Router.Engine.Policies;

/// <summary>What a channel is in a workspace, and its defaults.</summary>
public sealed record ChannelPolicy
{
    /// <summary>1 to 64 characters of <c>[a-z0-9_-]</c>, such as <c>call</c>.</summary>
    public required string Name { get; init; }

    /// <summary>While handled, the agent takes no other live work. Not together with <see cref="Interruptible"/>.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Gives way to live work and never blocks it, as email does.</summary>
    public bool Interruptible { get; init; }

    /// <summary>How tickets of this channel become an agent's.</summary>
    public AcceptMode AcceptMode { get; init; } = AcceptMode.Manual;

    /// <summary>Seconds (of real time) that an offer stands, 1 to 3,600.</summary>
    public int OfferSeconds { get; init; } = 30;

    /// <summary>Missed offers in a row after which the agent is sent away with <c>no_answer</c>; 0 is never.</summary>
    public int MissedLimit { get; init; }

    /// <summary>Seconds (of real time) that accepted work stays with an agent whose session is gone, 1 to 86,400.</summary>
    public int GraceSeconds { get; init; } = 60;

    /// <summary>Capacity units of one ticket for agents whose profile says nothing else, 1 to 1,000.</summary>
    public int Cost { get; init; } = 100;

    /// <summary>Most tickets at once for agents whose profile says nothing else, 0 to 100.</summary>
    public int Max { get; init; } = 1;

    /// <summary>Seconds until a ticket is due, for queues that say nothing else; 0 to 2,592,000.</summary>
    public int TargetSeconds { get; init; } = 60;

    /// <summary>
    /// Its tickets enter at any hour, and their due times count open hours alone; without hours every hour is open.
    /// </summary>
    public bool Deferred { get; init; }

    /// <summary>Wrap-up for queues that say nothing else.</summary>
    public WrapUpRule WrapUp { get; init; } = WrapUpRule.None;

    /// <summary>Handle time assumed until the queue has measured its own, in seconds, 1 to 86,400: long rather than short.</summary>
    public int HandleSeconds { get; init; } = 300;
}
