namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>
/// Hands out short-lived runs of elements that all end at the next <see cref="Reset"/>: the parsed parts of one Redis reply.
/// Used by one thread at a time, except that <see cref="Dispose"/> may come from another.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class Arena<T> : IDisposable
{
    private const int FirstBlockLength = 128;

    /// <summary>Longer blocks go back to the garbage collector at a reset: one huge reply must not stay in memory.</summary>
    private const int LongestKeptBlock = 4096;

    private T[] _block = [];
    private int _used;

    /// <summary>An empty arena.</summary>
    /// <param name="options">Not needed here.</param>
    /// <param name="allocator">Always null.</param>
    public Arena(ArenaOptions? options = null, Allocator<T>? allocator = null)
    {
        _ = options;
        _ = allocator;
    }

    /// <summary>Takes a run of cleared elements, always in one piece.</summary>
    /// <param name="length">How many, 0 or more.</param>
    /// <returns>The run, valid until <see cref="Reset"/>.</returns>
    public Sequence<T> Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var block = _block;
        var start = _used;
        if (block.Length - start < length)
        {
            // What was handed out of the old block keeps it alive by itself.
            block = new T[Math.Max(length, Math.Clamp(block.Length * 2, FirstBlockLength, LongestKeptBlock))];
            start = 0;
            _block = block;
        }

        _used = start + length;
        return new Sequence<T>(block, start, length);
    }

    /// <summary>Ends every run handed out, and lets go of what its elements refer to.</summary>
    public void Reset()
    {
        if (_block.Length > LongestKeptBlock)
        {
            _block = [];
        }
        else
        {
            Array.Clear(_block, 0, Math.Min(_used, _block.Length));
        }

        _used = 0;
    }

    /// <summary>Lets go of the block.</summary>
    public void Dispose() => _block = [];
}
