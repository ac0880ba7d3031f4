namespace Router.Engine.State;

/// <summary>The order of registration.</summary>
internal readonly record struct RingKey(long Number, int Slot) : ISlotKey, IComparable<RingKey>
{
    public int CompareTo(RingKey other) => Number.CompareTo(other.Number);
}
