using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>
/// Somebody who watches. Only which rows have changed is kept for him; he is sent their newest values when he is ready for them, so that a slow
/// one costs no more than a quick one.
/// </summary>
/// <param name="view">What he watches.</param>
internal sealed class LiveWatcher(LiveView view)
{
    /// <summary>Most queues, rows and agents of one frame: a large workspace comes in pieces that do not hold up the connection's own signs of life.</summary>
    public const int MostPerFrame = 1_000;

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Lock _marking = new();
    private readonly HashSet<string> _queues = new(StringComparer.Ordinal);
    private readonly HashSet<LiveRowKey> _rows = [];
    private readonly HashSet<string> _agents = new(StringComparer.Ordinal);
    private bool _isFirst = true;

    /// <summary>Rows have changed, or have been found to be as they were.</summary>
    /// <param name="changes">Which differ.</param>
    /// <param name="isNews">He is to be told now; otherwise with the next news.</param>
    public void Mark(LiveChanges changes, bool isNews)
    {
        lock (_marking)
        {
            _queues.UnionWith(changes.Queues);
            _rows.UnionWith(changes.Rows);
            _agents.UnionWith(changes.Agents);
        }

        if (isNews)
        {
            _news.Writer.TryWrite(true);
        }
    }

    /// <summary>What to send him, each when there is news and he has taken the one before.</summary>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<LiveFrame> FramesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await _news.Reader.WaitToReadAsync(cancel))
        {
            _news.Reader.TryRead(out _);
            LiveFrame frame;
            do
            {
                frame = Take();
                yield return frame;
            }
            while (!frame.Complete);
        }
    }

    private LiveFrame Take()
    {
        lock (_marking)
        {
            var some = new LiveChanges(Some(_queues), Some(_rows), Some(_agents));
            var isFirst = _isFirst;
            _isFirst = false;
            return view.Frame(isFirst, _queues.Count == 0 && _rows.Count == 0 && _agents.Count == 0, some);
        }
    }

    private static List<T> Some<T>(HashSet<T> all)
    {
        List<T> some = [.. all.Take(MostPerFrame)];
        all.ExceptWith(some);
        return some;
    }
}
