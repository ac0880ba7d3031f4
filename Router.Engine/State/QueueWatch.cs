using Router.Engine.Collections;

namespace Router.Engine.State;

/// <summary>The limits of one queue that are watched. They are looked at when something has changed, once a second at the most, and when time alone crosses one.</summary>
/// <param name="state">The workspace.</param>
/// <param name="queue">The queue.</param>
/// <param name="order">Its place among the watches.</param>
internal sealed class QueueWatch(WorkspaceState state, string queue, int order) : Deadlined
{
    /// <summary>Looked at on whole seconds, so that a loaded state looks at the same times.</summary>
    public const long GridMs = 1_000;

    public string Queue { get; } = queue;

    public List<Gauge> Gauges { get; } = [];

    /// <summary>The queue's tickets by channel, language and head start.</summary>
    public List<WaitClass> Classes { get; } = [];

    /// <summary>
    /// Before agents and tickets: what happens in the very moment is seen at the next one. Else a loaded state, which looks once more than the
    /// saved one did, would see it sooner.
    /// </summary>
    public override long DeadlineOrder { get; } = long.MinValue + order;

    /// <summary>The whole second after a time.</summary>
    public static long GridAfter(long ms, long grid = GridMs) => ((ms / grid) + 1) * grid;

    /// <summary>Something that is watched may have changed.</summary>
    public void Touch() => LookAt(GridAfter(state.Now));

    /// <summary>Looks at a time at the latest.</summary>
    /// <param name="at">Engine time in ms.</param>
    public void LookAt(long at)
    {
        at = Math.Max(at, state.Alarms.QuietUntil);
        if (at < DeadlineAt)
        {
            state.Deadlines.Set(this, at);
        }
    }
}
