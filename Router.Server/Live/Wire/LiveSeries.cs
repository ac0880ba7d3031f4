using System.Collections;

namespace Router.Server.Live.Wire;

/// <summary>A number for each five minutes of the last hour, the running ones last. Equal to another one with the same numbers.</summary>
/// <param name="points">The numbers, which do not change any more.</param>
public sealed class LiveSeries(IReadOnlyList<int> points) : IReadOnlyList<int>, IEquatable<LiveSeries>
{
    /// <summary>Nothing.</summary>
    public static readonly LiveSeries None = new(new int[Statistics.RollingCounts.Points]);

    /// <inheritdoc/>
    public int Count => points.Count;

    /// <inheritdoc/>
    public int this[int index] => points[index];

    /// <inheritdoc/>
    public bool Equals(LiveSeries? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LiveSeries);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var point in points)
        {
            hash.Add(point);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => points.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
