namespace Router.Engine.State;

/// <summary>Fewest tickets in hand first, then as the idle are ordered.</summary>
internal readonly record struct FewestKey(int Tickets, IdleKey Idle) : ISlotKey, IComparable<FewestKey>
{
    public int Slot => Idle.Slot;

    public int CompareTo(FewestKey other)
    {
        var order = Tickets.CompareTo(other.Tickets);
        return order != 0 ? order : Idle.CompareTo(other.Idle);
    }
}
