using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>A customer of whom something is remembered.</summary>
internal sealed class Customer(CustomerRecord record)
{
    /// <summary>What; replaced by <see cref="CustomerMemory.Put"/> alone.</summary>
    public CustomerRecord Record { get; set; } = record;

    public bool IsSaved { get; set; } = true;

    public CustomerKey Key => new(Record.At, Record.Id);
}
