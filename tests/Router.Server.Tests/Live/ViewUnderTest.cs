using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Router.Engine.Agents;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Clock;
using Router.Server.Live;
using Router.Server.Live.Wire;
using Router.Server.Tests.Infrastructure;
using Router.Testing;

namespace Router.Server.Tests.Live;

/// <summary>A live view on rows that a test sets, in a time that a test moves.</summary>
internal sealed class ViewUnderTest : IDisposable
{
    private readonly ILoggerFactory _loggers;
    private readonly SemaphoreSlim _readings = new(0);
    private readonly CancellationTokenSource _end = new();

    public ViewUnderTest()
    {
        _loggers = LoggerFactory.Create(b => b.AddProvider(Logs));
        var clock = new ServerClock(Time, Options.Create(new ClockOptions()));
        View = new LiveView(new LiveWorkspace("default", "Test"), ReadAsync, clock, _loggers.CreateLogger<LiveView>());
    }

    public HeldTime Time { get; } = new();

    public LogCheck Logs { get; } = new();

    public LiveView View { get; }

    public Dictionary<string, LiveRow> Rows { get; } = [];

    public Dictionary<string, LiveAgent> Agents { get; } = [];

    /// <summary>What a reading takes from the workspace's loop.</summary>
    public TimeSpan Cost { get; set; }

    /// <summary>Thrown by readings while it is set.</summary>
    public Exception? Failure { get; set; }

    public int Readings { get; private set; }

    public void SetRow(string queue, int waiting) =>
        Rows[queue] = new LiveRow(queue, "call", "he", waiting, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 60, Estimate.Unknown, 0, 0);

    public void SetAgent(string id, Presence presence = Presence.Available) =>
        Agents[id] = new LiveAgent(id, id, "", presence, "", 1, Activity.Idle, 1, false, false, 0, 0, 0, 0, 1);

    /// <summary>A batch was committed.</summary>
    public void Commit() => View.OnCommitted(null!);

    /// <summary>Watches from now on.</summary>
    public IAsyncEnumerator<LiveFrame> Watch() => View.WatchAsync(_end.Token).GetAsyncEnumerator(_end.Token);

    /// <summary>Awaits a reading, and that the view rests after it.</summary>
    public async Task ReadingAsync()
    {
        await Eventually.DoneAsync(_readings.WaitAsync(), "the view is read");
        await RestingAsync();
    }

    /// <summary>Awaits that the view waits for time to pass: beside the beat, a timer for its rest.</summary>
    public Task RestingAsync() => Eventually.TrueAsync(() => Task.FromResult(Time.Timers == 2), "the view rests");

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _readings.Dispose();
        _loggers.Dispose();
        Logs.VerifyClean();
    }

    private ValueTask<LiveReading> ReadAsync()
    {
        Readings++;
        _readings.Release();
        return Failure is null
            ? ValueTask.FromResult(new LiveReading(Time.GetUtcNow().ToUnixTimeMilliseconds(), [], [.. Rows.Values.Select(r => new RowRead(r, null, null))], [.. Agents.Values], Cost))
            : ValueTask.FromException<LiveReading>(Failure);
    }
}
