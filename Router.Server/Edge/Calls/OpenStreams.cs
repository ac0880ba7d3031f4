namespace Router.Server.Edge.Calls;

/// <summary>Counts the streams that are open, for a server that stops.</summary>
internal sealed class OpenStreams : IDisposable
{
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource _none = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource _stopping = new();

    // One more than there are streams, until the server stops.
    private int _count = 1;

    /// <summary>Fires when the server stops.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>How many are open.</summary>
    public int Open => Math.Max(0, Volatile.Read(ref _count) - 1);

    /// <summary>Counts a stream until its response has been sent to the end.</summary>
    /// <param name="response">The stream's response.</param>
    public void Count(HttpResponse response)
    {
        Interlocked.Increment(ref _count);
        response.OnCompleted(() =>
        {
            Leave();
            return Task.CompletedTask;
        });
    }

    /// <summary>Waits until the last stream has ended. To be called once.</summary>
    /// <param name="longest">How long to wait.</param>
    /// <param name="real">Real time.</param>
    public async Task EndedAsync(TimeSpan longest, TimeProvider real)
    {
        await _stopping.CancelAsync();
        var isIdle = Volatile.Read(ref _count) == 1;
        Leave();
        if (isIdle)
        {
            return;
        }

        using var enough = new CancellationTokenSource(longest, real);
        await _none.Task.WaitAsync(enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // The web server says that a response is complete when its last frames wait to be sent, and drops those that still wait when it stops.
        await Task.Delay(SendTime, real);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private void Leave()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            _none.TrySetResult();
        }
    }
}
