namespace Router.Server.Store.Commits;

/// <summary>The list of writes in a batch, as the commit function reads it: each a command, the index of a key and arguments.</summary>
internal sealed class WriteList
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<string> _keys;
    private readonly int _list;
    private int _writes;
    private int _arguments;
    private int _count;

    public WriteList(PackWriter pack, WorkspaceKeys keys)
    {
        Pack = pack;
        _keys = [keys.Owner, keys.Meta];
        _list = pack.BeginArray();
    }

    public PackWriter Pack { get; }

    /// <summary>Owner, meta, and the keys that are written.</summary>
    public IReadOnlyList<string> Keys => _keys;

    public void Begin(string command, string key)
    {
        if (!_indexes.TryGetValue(key, out var index))
        {
            _keys.Add(key);
            index = _keys.Count;
            _indexes.Add(key, index);
        }

        Pack.Array(3);
        Pack.Text(command);
        Pack.Number(index);
        _arguments = Pack.BeginArray();
        _count = 0;
        _writes++;
    }

    /// <summary>Says that an argument is written next.</summary>
    public PackWriter Next()
    {
        _count++;
        return Pack;
    }

    public void End() => Pack.EndArray(_arguments, _count);

    public void EndList() => Pack.EndArray(_list, _writes);

    public void Expire(string key, TimeSpan lifetime)
    {
        Begin("EXPIRE", key);
        Next().Digits((long)lifetime.TotalSeconds);
        End();
    }
}
