namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>A <see cref="Sequence{T}"/> that forgot its element type, so that an element can hold a run of its own kind.</summary>
public readonly struct Sequence
{
    private readonly Array? _block;
    private readonly int _start;
    private readonly int _length;

    internal Sequence(Array? block, int start, int length)
    {
        _block = block;
        _start = start;
        _length = length;
    }

    /// <summary>How many elements, 0 or more.</summary>
    public long Length => _length;

    /// <summary>The same run with its element type.</summary>
    /// <typeparam name="T">The type it was made with.</typeparam>
    /// <returns>The typed run.</returns>
    /// <exception cref="InvalidCastException">It was made with another type.</exception>
    public Sequence<T> Cast<T>() => new((T[]?)_block, _start, _length);
}
