using Router.Engine.Agents;
using Router.Engine.Collections;

namespace Router.Engine.State;

/// <summary>How much of the last hour an agent was at live work, by twelve times five minutes of the clock, the one under way among them.</summary>
internal sealed class BusyHour
{
    public const long SliceMs = 300_000;
    private const int Slices = 12;
    private const long OnePercentMs = Slices * SliceMs / 100;

    /// <summary>Since when he is at work; 0 while he is not.</summary>
    public long Since { get; init; }

    /// <summary>Work that is over, oldest first. Slices that have left the hour may still be among them.</summary>
    public BusySlice[] Done { get; init; } = [];

    /// <summary>The same with the work under way begun or over now.</summary>
    public BusyHour At(long now, bool isBusy) =>
        isBusy ? new BusyHour { Since = now, Done = Done } : new BusyHour { Done = [.. Closed(now)] };

    public bool IsOver(long now, int percent) => BusyMs(now) >= percent * OnePercentMs;

    /// <summary>When it may be otherwise: at the next five minutes of the clock, or when he has worked as long as he may.</summary>
    public long NextAt(long now, int percent)
    {
        var isOver = IsOver(now, percent);
        if (!isOver && Since == 0)
        {
            return DeadlineQueue.None;
        }

        var slice = ((now / SliceMs) + 1) * SliceMs;
        return isOver ? slice : Math.Min(slice, now + (percent * OnePercentMs) - BusyMs(now));
    }

    private long BusyMs(long now)
    {
        var from = (now / SliceMs) - Slices + 1;
        var busy = Since == 0 ? 0 : now - Math.Max(Since, from * SliceMs);
        foreach (var slice in Done)
        {
            busy += slice.Number >= from ? slice.Ms : 0;
        }

        return busy;
    }

    private IEnumerable<BusySlice> Closed(long now)
    {
        var from = (now / SliceMs) - Slices + 1;
        var first = Math.Max(Since / SliceMs, from);
        foreach (var slice in Done)
        {
            if (slice.Number >= from && slice.Number < first)
            {
                yield return slice;
            }
        }

        for (var number = first; number <= now / SliceMs; number++)
        {
            var before = Array.Find(Done, d => d.Number == number).Ms;
            var ms = before + (int)(Math.Min(now, (number + 1) * SliceMs) - Math.Max(Since, number * SliceMs));
            if (ms > 0)
            {
                yield return new BusySlice(number, ms);
            }
        }
    }
}
