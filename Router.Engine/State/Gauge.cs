using Router.Engine.Alarms;
using Router.Engine.Events;

namespace Router.Engine.State;

/// <summary>One limit that is watched, and the alarm of it.</summary>
/// <param name="limit">The limit.</param>
/// <param name="holdMs">How long it has to be crossed, or kept again, before the alarm turns.</param>
/// <param name="record">The alarm.</param>
internal sealed class Gauge(int limit, long holdMs, AlarmRecord record)
{
    public int Limit { get; } = limit;

    public long HoldMs { get; } = holdMs;

    public AlarmRecord Record { get; set; } = record;

    public AlarmFigure Figure => Record.Key.Figure;

    /// <summary>Whether a part of the queue's tickets is its matter.</summary>
    public bool Counts(WaitClass waitClass) => Record.Key.Channel.Length == 0 || waitClass.Channel.Name == Record.Key.Channel;
}
