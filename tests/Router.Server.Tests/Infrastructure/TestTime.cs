namespace Router.Server.Tests.Infrastructure;

/// <summary>
/// Real time that can jump: leases, retries and heartbeats go on as ever, and a test need not wait for what takes long.
/// </summary>
public sealed class TestTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<JumpingTimer> _timers = [];
    private TimeSpan _skipped;
    private TimeSpan _wallMoved;

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return System.GetTimestamp() + (long)(_skipped.TotalSeconds * TimestampFrequency);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return System.GetUtcNow() + _skipped + _wallMoved;
        }
    }

    /// <summary>All time passes at once, as if the process had been held: timers come due, leases run out.</summary>
    public void Skip(TimeSpan time)
    {
        JumpingTimer[] timers;
        lock (_lock)
        {
            _skipped += time;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Skip(time);
        }
    }

    /// <summary>The clock on the wall is set: tickets grow older, leases and time-outs do not. What waits for a time notices it with the
    /// next call that it gets.</summary>
    public void MoveWall(TimeSpan time)
    {
        lock (_lock)
        {
            _wallMoved += time;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new JumpingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Note(JumpingTimer timer, bool isSet)
    {
        lock (_lock)
        {
            _ = isSet ? _timers.Add(timer) : _timers.Remove(timer);
        }
    }

    private sealed class JumpingTimer : ITimer
    {
        private readonly TestTime _time;
        private readonly ITimer _real;
        private readonly Lock _lock = new();
        private long _setAt;
        private TimeSpan _due = Timeout.InfiniteTimeSpan;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public JumpingTimer(TestTime time, TimerCallback callback, object? state)
        {
            _time = time;
            _real = System.CreateTimer(_ => Fire(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                Set(dueTime, period);
            }

            _time.Note(this, dueTime != Timeout.InfiniteTimeSpan);
            return _real.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Skip(TimeSpan time)
        {
            lock (_lock)
            {
                if (_due == Timeout.InfiniteTimeSpan)
                {
                    return;
                }

                var left = _due - System.GetElapsedTime(_setAt) - time;
                Set(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
                _real.Change(_due, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            _time.Note(this, isSet: false);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(TimerCallback callback, object? state)
        {
            lock (_lock)
            {
                Set(_period, _period);
                if (_period == Timeout.InfiniteTimeSpan)
                {
                    _time.Note(this, isSet: false);
                }
                else
                {
                    _real.Change(_period, Timeout.InfiniteTimeSpan);
                }
            }

            callback(state);
        }

        private void Set(TimeSpan due, TimeSpan period)
        {
            _setAt = System.GetTimestamp();
            _due = due;
            _period = period;
        }
    }
}
