namespace Router.Testing;

/// <summary>Awaits what a test needs, with a time-out that says what did not come.</summary>
public static class Eventually
{
    /// <summary>How long a test waits unless it says otherwise: a minute, far beyond what a slow machine needs.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(25);

    /// <summary>Awaits a task.</summary>
    /// <param name="task">What to await; its error comes through.</param>
    /// <param name="what">What it is, for the time-out's text.</param>
    /// <param name="timeout">How long; null for <see cref="DefaultTimeout"/>.</param>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static async Task DoneAsync(Task task, string what, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        var limit = timeout ?? DefaultTimeout;
        try
        {
            await task.WaitAsync(limit);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Waited {limit.TotalSeconds:0} s in vain for: {what}");
        }
    }

    /// <summary>Awaits a task's result.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="task">What to await; its error comes through.</param>
    /// <param name="what">What it is, for the time-out's text.</param>
    /// <param name="timeout">How long; null for <see cref="DefaultTimeout"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static async Task<T> DoneAsync<T>(Task<T> task, string what, TimeSpan? timeout = null)
    {
        await DoneAsync((Task)task, what, timeout);
        return await task;
    }

    /// <summary>Awaits that another process gets into a state, by asking it again and again. What it throws counts as not yet.</summary>
    /// <param name="condition">Asks.</param>
    /// <param name="what">The state, for the time-out's text.</param>
    /// <param name="timeout">How long; null for <see cref="DefaultTimeout"/>.</param>
    /// <exception cref="TimeoutException">It did not get there in time; the last error is inside.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var limit = timeout ?? DefaultTimeout;
        using var expired = new CancellationTokenSource(limit);
        using var timer = new PeriodicTimer(AskAgain);
        Exception? last = null;
        try
        {
            do
            {
                try
                {
                    if (await condition().WaitAsync(expired.Token))
                    {
                        return;
                    }
                }
                catch (Exception error) when (!expired.IsCancellationRequested)
                {
                    last = error;
                }
            }
            while (await timer.WaitForNextTickAsync(expired.Token));
        }
        catch (OperationCanceledException) when (expired.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {limit.TotalSeconds:0} s in vain for: {what}", last);
        }
    }
}
