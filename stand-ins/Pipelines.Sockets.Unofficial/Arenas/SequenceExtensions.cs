namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Copies a run of parsed elements into plain arrays of what they mean.</summary>
public static class SequenceExtensions
{
    /// <summary>Makes an array of a run.</summary>
    /// <typeparam name="TFrom">What is read.</typeparam>
    /// <typeparam name="TTo">What is made.</typeparam>
    /// <param name="source">The run.</param>
    /// <param name="projection">How one element is made.</param>
    /// <returns>An array as long as the run.</returns>
    public static TTo[] ToArray<TFrom, TTo>(this in Sequence<TFrom> source, Projection<TFrom, TTo> projection)
    {
        var result = source.IsEmpty ? [] : new TTo[source.Length];
        source.CopyTo(result, projection);
        return result;
    }

    /// <summary>Makes an array of a run with a shared state.</summary>
    /// <typeparam name="TFrom">What is read.</typeparam>
    /// <typeparam name="TState">What all share.</typeparam>
    /// <typeparam name="TTo">What is made.</typeparam>
    /// <param name="source">The run.</param>
    /// <param name="projection">How one element is made.</param>
    /// <param name="state">The shared state.</param>
    /// <returns>An array as long as the run.</returns>
    public static TTo[] ToArray<TFrom, TState, TTo>(
        this in Sequence<TFrom> source,
        Projection<TFrom, TState, TTo> projection,
        in TState state)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var result = source.IsEmpty ? [] : new TTo[source.Length];
        var from = source.FirstSpan;
        for (var i = 0; i < from.Length; i++)
        {
            result[i] = projection(in from[i], in state);
        }

        return result;
    }

    /// <summary>Copies a run into a span.</summary>
    /// <typeparam name="TFrom">What is read.</typeparam>
    /// <typeparam name="TTo">What is made.</typeparam>
    /// <param name="source">The run.</param>
    /// <param name="destination">Where to, at least as long as the run.</param>
    /// <param name="projection">How one element is made.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void CopyTo<TFrom, TTo>(this in Sequence<TFrom> source, Span<TTo> destination, Projection<TFrom, TTo> projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var from = source.FirstSpan;
        if (destination.Length < from.Length)
        {
            throw new ArgumentException($"Room for {destination.Length} elements, {from.Length} needed.", nameof(destination));
        }

        for (var i = 0; i < from.Length; i++)
        {
            destination[i] = projection(in from[i]);
        }
    }
}
