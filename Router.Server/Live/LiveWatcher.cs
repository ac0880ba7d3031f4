using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>
/// Somebody who watches. While he keeps up he is sent the frames that all share who keep up. For one who does not, only which rows have changed is
/// kept; he is sent their newest values when he is ready for them, so that a slow one costs no more than a quick one.
/// </summary>
/// <param name="view">What he watches.</param>
internal sealed class LiveWatcher(LiveView view)
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Lock _marking = new();
    private readonly HashSet<string> _queues = new(StringComparer.Ordinal);
    private readonly HashSet<LiveRowKey> _rows = [];
    private readonly HashSet<string> _agents = new(StringComparer.Ordinal);
    private bool _alarms;
    private LiveNews? _shared;
    private int _next;
    private bool _hasBegun;

    private bool IsLevel => _shared is null && _queues.Count == 0 && _rows.Count == 0 && _agents.Count == 0 && !_alarms;

    /// <summary>Rows have changed, or have been found to be as they were.</summary>
    /// <param name="news">Which differ.</param>
    /// <param name="everything">All rows, for one who has not been told any.</param>
    /// <param name="isNews">He is to be told now; otherwise with the next news.</param>
    public void Mark(LiveNews news, LiveNews everything, bool isNews)
    {
        lock (_marking)
        {
            if (!_hasBegun)
            {
                _shared = everything;
            }
            else if (IsLevel)
            {
                (_shared, _next) = (news, 0);
            }
            else
            {
                FallBehind(news);
            }
        }

        if (isNews)
        {
            _signal.Writer.TryWrite(true);
        }
    }

    /// <summary>What to send him, each when there is news and he has taken the one before.</summary>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<LiveFrame> FramesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await _signal.Reader.WaitToReadAsync(cancel))
        {
            _signal.Reader.TryRead(out _);
            LiveFrame frame;
            do
            {
                frame = Take();
                yield return frame;
            }
            while (!frame.Complete);
        }
    }

    private void FallBehind(LiveNews news)
    {
        foreach (var piece in (_shared?.From(_next) ?? []).Concat(news.From(0)))
        {
            _queues.UnionWith(piece.Queues);
            _rows.UnionWith(piece.Rows);
            _agents.UnionWith(piece.Agents);
            _alarms |= piece.Alarms;
        }

        _shared = null;
    }

    private LiveFrame Take()
    {
        lock (_marking)
        {
            _hasBegun = true;
            if (_shared is null)
            {
                var some = new LiveChanges(Some(_queues), Some(_rows), Some(_agents), _alarms);
                _alarms = false;
                return view.Frame(some, IsLevel);
            }

            var frame = _shared.Frame(_next++);
            _shared = frame.Complete ? null : _shared;
            return frame;
        }
    }

    private static List<T> Some<T>(HashSet<T> all)
    {
        List<T> some = [.. all.Take(LiveChanges.MostPerPiece)];
        all.ExceptWith(some);
        return some;
    }
}
