namespace Router.Engine.State;

/// <summary>The order of waiting tickets: by due time, then by id.</summary>
internal readonly record struct TicketKey(long DueAt, long Counter) : IComparable<TicketKey>
{
    /// <summary>How much earlier than due an expedited ticket stands: more than any two due times are apart.</summary>
    public const long Expedited = long.MaxValue / 4;

    public int CompareTo(TicketKey other) =>
        DueAt != other.DueAt ? DueAt.CompareTo(other.DueAt) : Counter.CompareTo(other.Counter);
}
