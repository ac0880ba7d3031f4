namespace Router.Engine.State;

/// <summary>
/// Whether the marks of an order of idle agents still hold. Who becomes idle mostly comes behind all marks; if somebody comes before one of them, all
/// are forgotten.
/// </summary>
internal sealed class SearchMarks<TKey>
    where TKey : struct, IComparable<TKey>
{
    private long _round = 1;
    private TKey? _highest;

    public bool Hold(SearchMark<TKey> mark) => mark.Round == _round;

    /// <summary>Nobody before this place fits.</summary>
    public SearchMark<TKey> At(in TKey key)
    {
        if (_highest is not { } highest || key.CompareTo(highest) > 0)
        {
            _highest = key;
        }

        return new(key, _round);
    }

    /// <summary>Somebody has come to this place.</summary>
    public void Come(in TKey key)
    {
        if (_highest is { } highest && key.CompareTo(highest) < 0)
        {
            Forget();
        }
    }

    /// <summary>Somebody fits more than before, wherever he stands.</summary>
    public void Forget()
    {
        _round++;
        _highest = null;
    }
}
