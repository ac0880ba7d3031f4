namespace Router.Engine.State;

/// <summary>The order of waiting tickets: by due time, then by id.</summary>
internal readonly record struct TicketKey(long DueAt, long Counter) : IComparable<TicketKey>
{
    public int CompareTo(TicketKey other) =>
        DueAt != other.DueAt ? DueAt.CompareTo(other.DueAt) : Counter.CompareTo(other.Counter);
}
