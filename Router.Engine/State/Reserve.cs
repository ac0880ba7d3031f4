using Router.Engine.Collections;

namespace Router.Engine.State;

/// <summary>Idle agents whom a queue keeps free for one of its channels.</summary>
internal sealed class Reserve(string queue, ChannelSlot channel, Lane pool, int least)
{
    public string Queue { get; } = queue;

    public ChannelSlot Channel { get; } = channel;

    /// <summary>A lane without tickets: who serves the queue in this channel.</summary>
    public Lane Pool { get; } = pool;

    /// <summary>Slots of those in the pool who are ready for the channel and have no live work.</summary>
    public SlotSet Free { get; } = new();

    /// <summary>None of those who are free may be given live work of another queue or channel.</summary>
    public bool IsShort => Free.Count <= least;
}
