using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Router.Server.Clock;
using Router.Server.Live.Wire;
using Router.Server.Workspaces;

namespace Router.Server.Live;

/// <summary>
/// The live view of one workspace. While somebody watches, it is read anew after commits, at most every 250 ms, and every other second without
/// any, because estimates move with time; what differs goes to those who watch. While nobody watches, nothing is read.
/// </summary>
/// <param name="workspace">What it is about.</param>
/// <param name="read">Asks the engine.</param>
/// <param name="clock">The server's time.</param>
/// <param name="logger">For failures.</param>
internal sealed partial class LiveView(
    LiveWorkspace workspace, Func<ValueTask<LiveReading>> read, ServerClock clock, ILogger logger) : IBatchObserver
{
    /// <summary>Least time between two readings.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest time between two frames: a watcher sees by the next one that what is shown still holds.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>A reading is followed by at least this many times the time it took from the workspace's loop, however many agents there are.</summary>
    public const int RestPerCost = 40;

    private readonly Channel<bool> _touched = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Lock _telling = new();
    private volatile LiveWatcher[] _watchers = [];
    private volatile LiveSnapshot _snapshot = LiveSnapshot.Empty;
    private LiveNews? _everything;
    private long _everythingAt;
    private volatile bool _isBeat;
    private bool _isReading;
    private bool _isFresh;

    /// <inheritdoc/>
    public void OnCommitted(CommittedBatch batch)
    {
        if (_watchers.Length > 0)
        {
            Touch();
        }
    }

    /// <summary>Nothing to do: what is loaded anew is read anew.</summary>
    /// <param name="reason">Why.</param>
    public void OnStopped(StopReason reason)
    {
    }

    /// <summary>Watches from now on: first everything, then what has changed, always the newest value.</summary>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<LiveFrame> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var watcher = new LiveWatcher(this);
        Join(watcher);
        try
        {
            await foreach (var frame in watcher.FramesAsync(cancel))
            {
                yield return frame;
            }
        }
        finally
        {
            Leave(watcher);
        }
    }

    /// <summary>Rows and agents as they are now, for one watcher alone.</summary>
    /// <param name="what">Which; those that are no more are told as removed.</param>
    /// <param name="complete">No more of what has changed is left for the next.</param>
    public LiveFrame Frame(LiveChanges what, bool complete) => Build(_snapshot, what, reset: false, complete);

    private void Join(LiveWatcher watcher)
    {
        lock (_telling)
        {
            _watchers = [.. _watchers, watcher];
            var everything = Everything();
            watcher.Mark(everything, everything, isNews: _isFresh);
            if (!_isReading)
            {
                _isReading = true;
                _ = Task.Run(ReadWhileWatchedAsync);
            }
        }

        Touch();
    }

    private void Leave(LiveWatcher watcher)
    {
        lock (_telling)
        {
            _watchers = [.. _watchers.Where(w => w != watcher)];

            // What is committed from now on is not noticed: who comes next waits for a new reading.
            if (_watchers.Length == 0)
            {
                _isFresh = false;
                _everything = null;
            }
        }

        Touch();
    }

    private void Touch() => _touched.Writer.TryWrite(true);

    private async Task ReadWhileWatchedAsync()
    {
        await using var beat = clock.Real.CreateTimer(_ => OnBeat(), null, Beat, Beat);
        while (true)
        {
            await _touched.Reader.ReadAsync();
            if (EndsUnwatched())
            {
                return;
            }

            await Task.Delay(await ReadOnceAsync(), clock.Real);
        }
    }

    private bool EndsUnwatched()
    {
        lock (_telling)
        {
            var isUnwatched = _watchers.Length == 0;
            _isReading = !isUnwatched;
            return isUnwatched;
        }
    }

    private void OnBeat()
    {
        _isBeat = true;
        Touch();
    }

    private async Task<TimeSpan> ReadOnceAsync()
    {
        try
        {
            var reading = await read();
            Tell(reading);
            var rest = reading.Cost * RestPerCost;
            return rest > Interval ? rest : Interval;
        }
        catch (WorkspaceUnavailableException)
        {
            // Watchers see by the beat that does not come that what is shown grows old.
            return Interval;
        }
        catch (Exception error)
        {
            LogFailed(error, workspace.Id);
            return Beat;
        }
    }

    private void Tell(LiveReading reading)
    {
        lock (_telling)
        {
            (_snapshot, var changes) = _snapshot.After(reading);
            if (changes.IsEmpty && _isFresh && !_isBeat)
            {
                return;
            }

            _isFresh = true;
            _isBeat = false;
            _everything = null;
            var news = new LiveNews(_snapshot, () => changes, Build, reset: false);
            var everything = Everything();
            foreach (var watcher in _watchers)
            {
                watcher.Mark(news, everything, isNews: true);
            }
        }
    }

    // Those who come within an interval share it. What the page takes the server's time from must not be older.
    private LiveNews Everything()
    {
        if (_everything is null || clock.Real.GetElapsedTime(_everythingAt) >= Interval)
        {
            var now = _snapshot;
            _everything = new LiveNews(now, () => now.All, Build, reset: true);
            _everythingAt = clock.Real.GetTimestamp();
        }

        return _everything;
    }

    private LiveFrame Build(LiveSnapshot now, LiveChanges what, bool reset, bool complete) => new()
    {
        Reset = reset,
        Complete = complete,
        Version = now.Version,
        AsOf = now.AsOf,
        ServerTime = clock.NowMs,
        ClockSpeed = clock.Speed,
        Workspace = workspace,
        Counts = now.Counts,
        Queues = [.. what.Queues.Select(now.Queue).OfType<LiveQueue>()],
        RemovedQueues = [.. what.Queues.Where(name => now.Queue(name) is null)],
        Rows = [.. what.Rows.Select(now.Row).OfType<LiveQueueRow>()],
        RemovedRows = [.. what.Rows.Where(key => now.Row(key) is null)],
        Alarms = what.Alarms ? now.Alarms : null,
        Agents = [.. what.Agents.Select(now.Agent).OfType<LiveAgentRow>()],
        RemovedAgents = [.. what.Agents.Where(id => now.Agent(id) is null)],
    };

    [LoggerMessage(501, LogLevel.Error, "The live view of workspace {Workspace} could not be read")]
    private partial void LogFailed(Exception error, string workspace);
}
