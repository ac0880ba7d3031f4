namespace Router.Engine.Collections;

/// <summary>Something to which time does something: a ticket or an agent, with the earliest time at which it does. A class, as its deadline is asked for often.</summary>
internal abstract class Deadlined
{
    /// <summary>Engine time in ms, or <see cref="DeadlineQueue.None"/>.</summary>
    public long DeadlineAt { get; set; } = DeadlineQueue.None;

    /// <summary>Where the queue notes its place in the heap, or -1 while it has no deadline: the queue's own note.</summary>
    public int DeadlineSlot { get; set; } = -1;

    /// <summary>Breaks ties of time, so that a loaded state goes on in the same order.</summary>
    public abstract long DeadlineOrder { get; }
}
