using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>
/// The rows of one kind as they were at one moment, in the order in which they were read. Never changed; the next reading makes the next one. A row
/// that says what it said before stays the one it was, with its version.
/// </summary>
/// <typeparam name="TKey">What a row is about.</typeparam>
/// <typeparam name="TRead">What is read of it: equal to another one only if the row made of both is.</typeparam>
/// <typeparam name="TRow">What is told of it.</typeparam>
internal sealed class LiveTable<TKey, TRead, TRow>
    where TKey : notnull
    where TRow : class, ILiveRow
{
    private readonly Func<TRead, TKey> _keyOf;
    private readonly Func<TRead, long, TRow> _rowOf;
    private readonly TKey[] _keys = [];
    private readonly Dictionary<TKey, int> _places = [];
    private readonly TRead[] _read = [];
    private readonly TRow[] _rows = [];

    /// <summary>Without rows.</summary>
    /// <param name="keyOf">What a row is about.</param>
    /// <param name="rowOf">Makes a row, with the version of the view in which it changed.</param>
    public LiveTable(Func<TRead, TKey> keyOf, Func<TRead, long, TRow> rowOf) => (_keyOf, _rowOf) = (keyOf, rowOf);

    private LiveTable(LiveTable<TKey, TRead, TRow> before, TKey[] keys, Dictionary<TKey, int> places, TRead[] read, TRow[] rows)
        : this(before._keyOf, before._rowOf) => (_keys, _places, _read, _rows) = (keys, places, read, rows);

    /// <summary>What all rows are about.</summary>
    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>A row, or null when there is none.</summary>
    /// <param name="key">What it is about.</param>
    public TRow? Find(TKey key) => _places.TryGetValue(key, out var place) ? _rows[place] : null;

    /// <summary>The table after this one.</summary>
    /// <param name="now">What was read, no two of one key.</param>
    /// <param name="version">Of the rows that differ.</param>
    /// <returns>It, and what those are about that have changed, are new, or are no more.</returns>
    public (LiveTable<TKey, TRead, TRow> Next, List<TKey> Changed) After(IReadOnlyList<TRead> now, long version) =>
        HasKeysOf(now) ? Changed(now, version) : Rebuilt(now, version);

    private bool HasKeysOf(IReadOnlyList<TRead> now)
    {
        var equal = now.Count == _keys.Length;
        for (var i = 0; equal && i < _keys.Length; i++)
        {
            equal = _keyOf(now[i]).Equals(_keys[i]);
        }

        return equal;
    }

    // Most readings: the same rows, few of which have changed.
    private (LiveTable<TKey, TRead, TRow> Next, List<TKey> Changed) Changed(IReadOnlyList<TRead> now, long version)
    {
        var changed = new List<TKey>();
        var (read, rows) = (_read, _rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (EqualityComparer<TRead>.Default.Equals(now[i], read[i]))
            {
                continue;
            }

            if (read == _read)
            {
                (read, rows) = ([.. _read], [.. _rows]);
            }

            read[i] = now[i];
            if (!rows[i].Equals(_rowOf(now[i], rows[i].Version)))
            {
                rows[i] = _rowOf(now[i], version);
                changed.Add(_keys[i]);
            }
        }

        return (read == _read ? this : new(this, _keys, _places, read, rows), changed);
    }

    private (LiveTable<TKey, TRead, TRow> Next, List<TKey> Changed) Rebuilt(IReadOnlyList<TRead> now, long version)
    {
        var places = new Dictionary<TKey, int>(now.Count);
        var (keys, rows) = (new TKey[now.Count], new TRow[now.Count]);
        var changed = new List<TKey>();
        for (var i = 0; i < rows.Length; i++)
        {
            keys[i] = _keyOf(now[i]);
            places.Add(keys[i], i);
            var known = Find(keys[i]);
            if (known?.Equals(_rowOf(now[i], known.Version)) == true)
            {
                rows[i] = known;
            }
            else
            {
                rows[i] = _rowOf(now[i], version);
                changed.Add(keys[i]);
            }
        }

        changed.AddRange(_keys.Where(key => !places.ContainsKey(key)));
        return (new(this, keys, places, [.. now], rows), changed);
    }
}
