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

    public TKey FirstKey => _chunks[0].Keys[_chunks[0].Start];

    public TItem First => _chunks[0].Items[_chunks[0].Start];

    public void Add(TKey key, TItem item)
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

    public bool Remove(TKey key)
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
    public int Rank(TKey key)
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
    public Enumerator From(TKey key)
    {
        if (Count == 0)
        {
            return GetEnumerator();
        }

        var chunk = FindChunk(key);
        return new(this, chunk, _chunks[chunk].Below(key));
    }

    /// <summary>The chunk that holds the key, or where it belongs: the first whose last key is not smaller, else the last chunk.</summary>
    private int FindChunk(TKey key)
    {
        if (key.CompareTo(_chunks[_chunkCount - 1].FirstKey) >= 0)
        {
            return _chunkCount - 1;
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

        public readonly TItem Current => _chunk!.Items[_chunk.Start + _index];

        public readonly TKey CurrentKey => _chunk!.Keys[_chunk.Start + _index];

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

    private sealed class Chunk(int size)
    {
        public TKey[] Keys = new TKey[size];
        public TItem[] Items = new TItem[size];
        public int Start;
        public int Count;

        public TKey FirstKey => Keys[Start];

        public TKey LastKey => Keys[Start + Count - 1];

        public void Insert(TKey key, TItem item)
        {
            if (Start + Count == Keys.Length)
            {
                MakeRoomAtEnd();
            }

            var at = Start + Below(key);
            var behind = Start + Count - at;
            Array.Copy(Keys, at, Keys, at + 1, behind);
            Array.Copy(Items, at, Items, at + 1, behind);
            Keys[at] = key;
            Items[at] = item;
            Count++;
        }

        public bool Remove(TKey key)
        {
            var at = Start + Below(key);
            if (at == Start + Count || Keys[at].CompareTo(key) != 0)
            {
                return false;
            }

            if (at == Start)
            {
                Items[at] = null!;
                Start++;
            }
            else
            {
                var behind = Start + Count - at - 1;
                Array.Copy(Keys, at + 1, Keys, at, behind);
                Array.Copy(Items, at + 1, Items, at, behind);
                Items[Start + Count - 1] = null!;
            }

            Count--;
            return true;
        }

        public int Below(TKey key)
        {
            int low = 0, high = Count;
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (Keys[Start + middle].CompareTo(key) < 0)
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
            Array.Copy(Keys, Start + half, right.Keys, 0, right.Count);
            Array.Copy(Items, Start + half, right.Items, 0, right.Count);
            Array.Clear(Items, Start + half, right.Count);
            Count = half;
            return right;
        }

        private void MakeRoomAtEnd()
        {
            if (Start > 0)
            {
                Array.Copy(Keys, Start, Keys, 0, Count);
                Array.Copy(Items, Start, Items, 0, Count);
                Array.Clear(Items, Count, Start);
                Start = 0;
            }
            else
            {
                Array.Resize(ref Keys, Math.Min(ChunkSize, Count * 2));
                Array.Resize(ref Items, Keys.Length);
            }
        }
    }
}
