namespace Router.Cli.CallLog;

/// <summary>What can be odd in a row that is well-formed. The rule for each is in docs/replay.md, under these names.</summary>
internal enum OddKind
{
    /// <summary>Hung up with no time in the queue: left in the voice menu. No ticket.</summary>
    NeverQueued,

    /// <summary>A phantom: ignored. No ticket.</summary>
    Phantom,

    /// <summary>Served, but nobody knows by whom: a ticket as any other; it says nothing of any agent.</summary>
    ServerUnknown,

    /// <summary>Served without a start: it began when the time in the queue was over.</summary>
    ServiceStartMissing,

    /// <summary>Served for 0 s: completed as soon as it is accepted.</summary>
    ServiceTimeZero,

    /// <summary>Hung up, and yet with an agent or a time of service: hung up.</summary>
    HungUpButServed,

    /// <summary>Came into the queue before the voice menu: the queue's time counts.</summary>
    QueueBeforeMenu,

    /// <summary>Came into the queue later than the voice menu let him go: the queue's time counts.</summary>
    QueueAfterMenu,

    /// <summary>Service began 1 or 2 s before the end of the queue (clocks are rounded): nothing changes.</summary>
    ClockRounding,

    /// <summary>Service began at another time than the queue ended, by over 2 s: each time counts for itself.</summary>
    ServiceStartElsewhere,

    /// <summary>Service began while its agent's service before it went on: he serves them one after the other.</summary>
    ServicesOverlap,

    /// <summary>The number of the call was there before: a row is known by date, line and number.</summary>
    CallIdRepeated,

    /// <summary>Customer 0: a caller who is not known.</summary>
    CustomerUnknown,

    /// <summary>Nobody on duty ever served this type: he hangs up after the time he queued.</summary>
    NobodyServesType,
}
