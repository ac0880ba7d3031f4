namespace Router.Engine.State;

/// <summary>The order in which customers are forgotten: who was heard of least lately first, then by id.</summary>
internal readonly record struct CustomerKey(long At, string Id) : IComparable<CustomerKey>
{
    public int CompareTo(CustomerKey other) => At != other.At ? At.CompareTo(other.At) : string.CompareOrdinal(Id, other.Id);
}
