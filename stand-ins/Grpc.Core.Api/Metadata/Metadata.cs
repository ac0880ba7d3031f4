using System.Collections;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call, in order; a key may occur several times.</summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The end of the key of a binary value.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No entries, and none can be added.</summary>
    public static readonly Metadata Empty = new(isReadOnly: true);

    private readonly List<Entry> _entries = [];

    /// <summary>An empty collection.</summary>
    public Metadata()
        : this(isReadOnly: false)
    {
    }

    private Metadata(bool isReadOnly) => IsReadOnly = isReadOnly;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly { get; }

    /// <inheritdoc/>
    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ThrowIfReadOnly();
            _entries[index] = value;
        }
    }

    /// <summary>The last entry of a key, or null.</summary>
    /// <param name="key">The key, in any case.</param>
    public Entry? Get(string key) => _entries.FindLast(entry => entry.HasKey(key));

    /// <summary>The last value of a key, or null.</summary>
    /// <param name="key">The key of a text value, in any case.</param>
    /// <exception cref="InvalidOperationException">The value is binary.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The last value of a key as bytes, or null.</summary>
    /// <param name="key">The key, in any case.</param>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries of a key, in order.</summary>
    /// <param name="key">The key, in any case.</param>
    public IEnumerable<Entry> GetAll(string key) => _entries.Where(entry => entry.HasKey(key));

    /// <inheritdoc/>
    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        ThrowIfReadOnly();
        _entries.Add(item);
    }

    /// <summary>Adds a text value.</summary>
    /// <param name="key">A key that does not end in "-bin".</param>
    /// <param name="value">ASCII text.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds a binary value.</summary>
    /// <param name="key">A key that ends in "-bin".</param>
    /// <param name="valueBytes">The bytes; they are copied.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        ThrowIfReadOnly();
        _entries.Insert(index, item);
    }

    /// <inheritdoc/>
    public bool Remove(Entry item)
    {
        ThrowIfReadOnly();
        return _entries.Remove(item);
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        ThrowIfReadOnly();
        _entries.RemoveAt(index);
    }

    /// <inheritdoc/>
    public void Clear()
    {
        ThrowIfReadOnly();
        _entries.Clear();
    }

    /// <inheritdoc/>
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc/>
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("This metadata is read-only.");
        }
    }
}
