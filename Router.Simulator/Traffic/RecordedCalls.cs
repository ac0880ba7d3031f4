using Router.Simulator.Play;

namespace Router.Simulator.Traffic;

/// <summary>Calls that are known beforehand.</summary>
/// <param name="calls">The calls, in the order of their times.</param>
internal sealed class RecordedCalls(IEnumerable<Call> calls) : CallSource
{
    private readonly IEnumerator<Call> _calls = calls.GetEnumerator();

    /// <inheritdoc/>
    public override Call? Next() => _calls.MoveNext() ? _calls.Current : null;
}
