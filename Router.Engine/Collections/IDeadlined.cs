namespace Router.Engine.Collections;

/// <summary>Something to which time does something: a ticket or an agent, with the earliest time at which it does.</summary>
internal interface IDeadlined
{
    /// <summary>Engine time in ms, or <see cref="DeadlineQueue.None"/>.</summary>
    long DeadlineAt { get; set; }

    /// <summary>Where the queue notes its place in the heap, or -1 while it has no deadline: the queue's own note.</summary>
    int DeadlineSlot { get; set; }

    /// <summary>Breaks ties of time, so that a loaded state goes on in the same order.</summary>
    long DeadlineOrder { get; }
}
