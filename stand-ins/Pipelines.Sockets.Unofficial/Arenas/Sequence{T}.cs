namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>A run of elements out of an <see cref="Arena{T}"/>. Always one piece, whatever the general type allows.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct Sequence<T>
{
    private readonly T[]? _block;
    private readonly int _start;
    private readonly int _length;

    internal Sequence(T[]? block, int start, int length)
    {
        _block = block;
        _start = start;
        _length = length;
    }

    /// <summary>How many elements, 0 or more.</summary>
    public long Length => _length;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Whether all elements lie in one piece: yes.</summary>
    public bool IsSingleSegment => true;

    /// <summary>All elements.</summary>
    public Span<T> FirstSpan => new(_block, _start, _length);

    /// <summary>All pieces: none or one.</summary>
    public SpanEnumerable Spans => new(this);

    /// <summary>One element, to read or write.</summary>
    /// <param name="index">0 to <see cref="Length"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">The index is outside.</exception>
    public ref T this[int index] => ref FirstSpan[index];

    /// <summary>Walks the elements.</summary>
    /// <returns>An enumerator before the first.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The same run without its element type.</summary>
    /// <returns>The untyped run.</returns>
    public Sequence Untyped() => new(_block, _start, _length);

    /// <summary>Walks the elements of a run.</summary>
    public struct Enumerator
    {
        private readonly Sequence<T> _sequence;
        private int _index;

        internal Enumerator(Sequence<T> sequence)
        {
            _sequence = sequence;
            _index = -1;
        }

        /// <summary>The element, to read or write.</summary>
        public readonly ref T Current => ref _sequence[_index];

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _sequence._length;

        /// <summary>Goes to the next element and gives it.</summary>
        /// <returns>The element, to read or write.</returns>
        /// <exception cref="IndexOutOfRangeException">There is none.</exception>
        public ref T GetNext() => ref _sequence[++_index];
    }

    /// <summary>The pieces of a run.</summary>
    public readonly struct SpanEnumerable
    {
        private readonly Sequence<T> _sequence;

        internal SpanEnumerable(Sequence<T> sequence) => _sequence = sequence;

        /// <summary>Walks the pieces.</summary>
        /// <returns>An enumerator before the first.</returns>
        public SpanEnumerator GetEnumerator() => new(_sequence);
    }

    /// <summary>Walks the pieces of a run.</summary>
    public struct SpanEnumerator
    {
        private readonly Sequence<T> _sequence;
        private bool _done;

        internal SpanEnumerator(Sequence<T> sequence)
        {
            _sequence = sequence;
            _done = sequence.IsEmpty;
        }

        /// <summary>The piece.</summary>
        public readonly Span<T> Current => _sequence.FirstSpan;

        /// <summary>Goes to the next piece.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            var was = _done;
            _done = true;
            return !was;
        }
    }
}
