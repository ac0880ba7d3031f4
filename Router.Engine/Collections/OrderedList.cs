namespace Router.Engine.Collections;

/// <summary>
/// Items in the order of unique keys, kept in sorted chunks: adding near the end, taking the first and asking for a rank
/// stay cheap with a million items, where a tree would miss the cache at every level.
/// </summary>
internal sealed class OrderedList<TKey, TItem>
    where TKey : struct, IComparable<TKey>
    where TItem : class
{
    private const int ChunkSize = 256;
    private const int SmallChunk = 8;

    private Chunk[] _chunks = new Chunk[4];
    private int[] _sizes = new int[4];
    private int _chunkCount;

    public int Count { get; private set; }

    public TKey FirstKey => _chunks[0].FirstKey;

    public TItem First => _chunks[0].First;

    public void Add(in TKey key, TItem item)
    {
        if (_chunkCount == 0)
        {
            InsertChunk(0, new Chunk(SmallChunk));
        }

        var at = Count++ == 0 ? 0 : FindChunk(key);
        var chunk = _chunks[at];
        if (chunk.Count == ChunkSize)
        {
            if (at == _chunkCount - 1 && key.CompareTo(chunk.LastKey) > 0)
            {
                InsertChunk(++at, new Chunk(ChunkSize));
            }
            else
            {
                InsertChunk(at + 1, chunk.SplitOff());
                _sizes[at] = chunk.Count;
                _sizes[at + 1] = _chunks[at + 1].Count;
                if (key.CompareTo(chunk.LastKey) > 0)
                {
                    at++;
                }
            }

            chunk = _chunks[at];
        }

        chunk.Insert(key, item);
        _sizes[at]++;
    }

    public bool Remove(in TKey key)
    {
        if (Count == 0)
        {
            return false;
        }

        var at = FindChunk(key);
        if (!_chunks[at].Remove(key))
        {
            return false;
        }

        Count--;
        if (--_sizes[at] == 0 && _chunkCount > 1)
        {
            RemoveChunk(at);
        }

        return true;
    }

    /// <summary>How many keys are smaller than this one, whether or not it is here.</summary>
    public int Rank(in TKey key)
    {
        if (Count == 0)
        {
            return 0;
        }

        var at = FindChunk(key);
        if (at == _chunkCount - 1)
        {
            return Count - _sizes[at] + _chunks[at].Below(key);
        }

        var rank = _chunks[at].Below(key);
        foreach (var size in _sizes.AsSpan(0, at))
        {
            rank += size;
        }

        return rank;
    }

    public Enumerator GetEnumerator() => new(this, 0, 0);

    /// <summary>The items from this key on, whether or not it is here.</summary>
    public Enumerator From(in TKey key)
    {
        if (Count == 0)
        {
            return GetEnumerator();
        }

        var chunk = FindChunk(key);
        return new(this, chunk, _chunks[chunk].Below(key));
    }

    /// <summary>The chunk that holds the key, or where it belongs: the first whose last key is not smaller, else the last chunk.</summary>
    private int FindChunk(in TKey key)
    {
        if (key.CompareTo(_chunks[_chunkCount - 1].FirstKey) >= 0)
        {
            return _chunkCount - 1;
        }

        // What is taken mostly stands in front.
        if (key.CompareTo(_chunks[0].LastKey) <= 0)
        {
            return 0;
        }

        int low = 0, high = _chunkCount - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_chunks[middle].LastKey.CompareTo(key) >= 0)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private Chunk? ChunkAt(int at) => at < _chunkCount ? _chunks[at] : null;

    private void InsertChunk(int at, Chunk chunk)
    {
        if (_chunkCount == _chunks.Length)
        {
            Array.Resize(ref _chunks, _chunkCount * 2);
            Array.Resize(ref _sizes, _chunkCount * 2);
        }

        Array.Copy(_chunks, at, _chunks, at + 1, _chunkCount - at);
        Array.Copy(_sizes, at, _sizes, at + 1, _chunkCount - at);
        _chunks[at] = chunk;
        _sizes[at] = chunk.Count;
        _chunkCount++;
    }

    private void RemoveChunk(int at)
    {
        _chunkCount--;
        Array.Copy(_chunks, at + 1, _chunks, at, _chunkCount - at);
        Array.Copy(_sizes, at + 1, _sizes, at, _chunkCount - at);
        _chunks[_chunkCount] = null!;
    }

    public struct Enumerator(OrderedList<TKey, TItem> list, int chunk, int index)
    {
        private Chunk? _chunk = list.ChunkAt(chunk);
        private int _next = chunk + 1;
        private int _index = index - 1;

        public readonly TItem Current => _chunk!.Entries[_chunk.Start + _index].Item;

        public readonly ref readonly TKey CurrentKey => ref _chunk!.Entries[_chunk.Start + _index].Key;

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_chunk is not null)
            {
                if (++_index < _chunk.Count)
                {
                    return true;
                }

                _index = -1;
                _chunk = list.ChunkAt(_next++);
            }

            return false;
        }
    }

    private struct Entry
    {
        public TKey Key;
        public TItem Item;
    }

    private sealed class Chunk(int size)
    {
        public Entry[] Entries = new Entry[size];
        public int Start;
        public int Count;

        public TItem First => Entries[Start].Item;

        public TKey FirstKey => Entries[Start].Key;

        public TKey LastKey => Entries[Start + Count - 1].Key;

        // Of the entries before and behind the place the fewer ones make room, or close up.
        public void Insert(in TKey key, TItem item)
        {
            var below = Below(key);
            if (Start > 0 && below < Count / 2)
            {
                Move(Start, Start - 1, below);
                Start--;
            }
            else
            {
                if (Start + Count == Entries.Length)
                {
                    MakeRoomAtEnd();
                }

                Move(Start + below, Start + below + 1, Count - below);
            }

            Entries[Start + below] = new() { Key = key, Item = item };
            Count++;
        }

        public bool Remove(in TKey key)
        {
            var below = Below(key);
            if (below == Count || Entries[Start + below].Key.CompareTo(key) != 0)
            {
                return false;
            }

            if (below < Count / 2)
            {
                Move(Start, Start + 1, below);
                Entries[Start++] = default;
            }
            else
            {
                Move(Start + below + 1, Start + below, Count - below - 1);
                Entries[Start + Count - 1] = default;
            }

            Count--;
            return true;
        }

        public int Below(in TKey key)
        {
            // Most come behind all others.
            if (Count == 0 || LastKey.CompareTo(key) < 0)
            {
                return Count;
            }

            int low = 0, high = Count - 1;
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (Entries[Start + middle].Key.CompareTo(key) < 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        public Chunk SplitOff()
        {
            var half = Count / 2;
            var right = new Chunk(ChunkSize) { Count = Count - half };
            var behind = Entries.AsSpan(Start + half, right.Count);
            behind.CopyTo(right.Entries);
            behind.Clear();
            Count = half;
            return right;
        }

        private void MakeRoomAtEnd()
        {
            if (Start > 0)
            {
                Move(Start, 0, Count);
                Entries.AsSpan(Count, Start).Clear();
                Start = 0;
            }
            else
            {
                Array.Resize(ref Entries, Math.Min(ChunkSize, Count * 2));
            }
        }

        private void Move(int from, int to, int count) => Entries.AsSpan(from, count).CopyTo(Entries.AsSpan(to));
    }
}
