namespace Router.Simulator.Play;

/// <summary>When something happens; of the same moment, what was planned first comes first.</summary>
/// <param name="At">Virtual time in ms.</param>
/// <param name="Number">Counts what was planned.</param>
internal readonly record struct EventKey(long At, long Number) : IComparable<EventKey>
{
    /// <inheritdoc/>
    public int CompareTo(EventKey other) => At != other.At ? At.CompareTo(other.At) : Number.CompareTo(other.Number);
}
