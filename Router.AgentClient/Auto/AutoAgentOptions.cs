using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>How an agent works by himself. Durations are the server's time, whatever its speed; those of leaving are real time.</summary>
public sealed record AutoAgentOptions
{
    /// <summary>Default of <see cref="ThinkTime"/>: 2 s.</summary>
    public static readonly TimeSpan DefaultThinkTime = TimeSpan.FromSeconds(2);

    /// <summary>Mean of the default of <see cref="HandleTime"/>: 3 min.</summary>
    public static readonly TimeSpan DefaultHandleTime = TimeSpan.FromMinutes(3);

    /// <summary>Default of <see cref="ReplyTime"/>: 20 s.</summary>
    public static readonly TimeSpan DefaultReplyTime = TimeSpan.FromSeconds(20);

    /// <summary>Default of <see cref="WrapUpTime"/>: 10 s.</summary>
    public static readonly TimeSpan DefaultWrapUpTime = TimeSpan.FromSeconds(10);

    /// <summary>Default of <see cref="FinishTime"/>: 10 min.</summary>
    public static readonly TimeSpan DefaultFinishTime = TimeSpan.FromMinutes(10);

    /// <summary>Default of <see cref="HandBackTime"/>: 1 min, in which a server can be restarted.</summary>
    public static readonly TimeSpan DefaultHandBackTime = TimeSpan.FromMinutes(1);

    /// <summary>From the offer to its accept, 0 or more. An offer whose time to live is shorter is accepted halfway through it.</summary>
    public TimeSpan ThinkTime { get; init; } = DefaultThinkTime;

    /// <summary>
    /// From the assignment to <c>complete</c>, 0 or more. A ticket with the attribute <see cref="HandleTimes.Attribute"/> is served as long as that says.
    /// </summary>
    public Func<Ticket, TimeSpan> HandleTime { get; init; } = HandleTimes.LogNormal(DefaultHandleTime, 1, Random.Shared);

    /// <summary>From a customer's message to its answer, 0 or more; at the latest before <c>complete</c>.</summary>
    public TimeSpan ReplyTime { get; init; } = DefaultReplyTime;

    /// <summary>The answer to a customer's message; null or empty = none is written.</summary>
    public Func<Ticket, Message, string?> Reply { get; init; } = AutoReplies.Of;

    /// <summary>From the end of the interaction to the end of wrap-up, 0 or more; the queue's own time ends it earlier.</summary>
    public TimeSpan WrapUpTime { get; init; } = DefaultWrapUpTime;

    /// <summary>The disposition of a ticket, of its queue's list; empty = none.</summary>
    public Func<Ticket, WorkQueue?, string> Disposition { get; init; } = (_, queue) => queue is { Dispositions: [var first, ..] } ? first.Code : "";

    /// <summary>Real time from the stop to when what is still in hand is handed back, 0 or more.</summary>
    public TimeSpan FinishTime { get; init; } = DefaultFinishTime;

    /// <summary>
    /// Real time from then on in which the server may answer, 0 or more. After it the session is let go of without a sign-out: the server keeps the
    /// work for the channel's grace.
    /// </summary>
    public TimeSpan HandBackTime { get; init; } = DefaultHandBackTime;

    /// <summary>Told what the server acknowledged, one call at a time for each session.</summary>
    public Action<AutoAgentEvent>? Told { get; init; }

    /// <summary>What is wrong with the options, or null.</summary>
    internal string? Mistakes()
    {
        var mistakes = new List<string>();
        Check(ThinkTime, nameof(ThinkTime));
        Check(ReplyTime, nameof(ReplyTime));
        Check(WrapUpTime, nameof(WrapUpTime));
        Check(FinishTime, nameof(FinishTime));
        Check(HandBackTime, nameof(HandBackTime));
        return mistakes.Count == 0 ? null : string.Join(" ", mistakes);

        void Check(TimeSpan value, string name)
        {
            if (value < TimeSpan.Zero)
            {
                mistakes.Add($"{name} is {value}: it may be 0 or more.");
            }
        }
    }
}
