using Router.Server.Workspaces;

namespace Router.Server.Edge.Events;

/// <summary>Wakes those who follow the events of a workspace.</summary>
internal sealed class EventSignal
{
    private TaskCompletionSource _next = New();
    private long _newest;

    /// <summary>Number of the newest event that was committed since the server began; 0 before the first.</summary>
    public long Newest => Volatile.Read(ref _newest);

    /// <summary>Wakes them.</summary>
    /// <param name="batch">The batch.</param>
    public void OnCommitted(CommittedBatch batch)
    {
        if (batch.Changes.Facts.Count > 0)
        {
            Volatile.Write(ref _newest, batch.Changes.Facts[^1].Number);
            Interlocked.Exchange(ref _next, New()).TrySetResult();
        }
    }

    /// <summary>The numbers may begin anew below those that were told.</summary>
    public void Forget() => Volatile.Write(ref _newest, 0);

    /// <summary>Waits for an event beyond a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="over">Gives up.</param>
    /// <returns>The newest number.</returns>
    public async ValueTask<long> BeyondAsync(long number, CancellationToken over)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next);
            if (Newest is var newest && newest > number)
            {
                return newest;
            }

            await next.Task.WaitAsync(over);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
