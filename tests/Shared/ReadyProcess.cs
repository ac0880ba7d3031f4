using System.Collections.Concurrent;
using System.Diagnostics;

namespace Router.Testing;

/// <summary>Starts a process that says in a line of its output when it is ready.</summary>
internal static class ReadyProcess
{
    /// <summary>Starts it.</summary>
    /// <param name="start">What to start; its output is redirected.</param>
    /// <param name="name">What to call it when it ends at once.</param>
    /// <param name="isReady">Whether a line says that it is ready.</param>
    /// <returns>The process, and a task that ends once it is ready, or fails with all it said when it ends before.</returns>
    public static (Process Process, Task Ready) Start(ProcessStartInfo start, string name, Predicate<string> isReady)
    {
        var said = new ConcurrentQueue<string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (line.Data is { } text && isReady(text))
            {
                ready.TrySetResult();
            }
        };
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{name} ended at its start:\n{string.Join('\n', said)}"));
        process.Start();
        process.BeginOutputReadLine();
        return (process, ready.Task);
    }
}
