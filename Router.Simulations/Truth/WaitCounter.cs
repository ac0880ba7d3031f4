using Router.Engine.Events;
using Router.Simulator.Play;

namespace Router.Simulations.Truth;

/// <summary>Sums up waits by kind of call and by the batch of time in which the call entered.</summary>
internal sealed class WaitCounter : Watcher
{
    private const double MsPerSecond = 1_000;

    private readonly WaitSums[][] _sums;
    private readonly long _start;
    private readonly long _batchMs;

    /// <summary>Makes it.</summary>
    /// <param name="kinds">How many kinds there are.</param>
    /// <param name="start">When the first batch begins, virtual time in ms; earlier calls do not count.</param>
    /// <param name="batchMs">How long a batch is, ms.</param>
    /// <param name="batches">How many batches.</param>
    public WaitCounter(int kinds, long start, long batchMs, int batches)
    {
        _start = start;
        _batchMs = batchMs;
        _sums = [.. Enumerable.Range(0, kinds).Select(_ => Enumerable.Range(0, batches).Select(_ => new WaitSums()).ToArray())];
    }

    /// <summary>The batches of one kind.</summary>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<WaitSums> Of(int kind) => _sums[kind];

    /// <inheritdoc/>
    public override void OnEntered(Call call, TicketEntered fact)
    {
        if (SumsOf(call) is { } sums)
        {
            sums.Calls++;
        }
    }

    /// <inheritdoc/>
    public override void OnAnswered(Call call, TicketAssigned fact) => AddWait(SumsOf(call), fact.WaitMs);

    /// <inheritdoc/>
    public override void OnLeft(Call call, TicketLeft fact)
    {
        if (SumsOf(call) is { } sums)
        {
            sums.Abandoned++;
            AddWait(sums, fact.WaitMs);
        }
    }

    private static void AddWait(WaitSums? sums, long waitMs)
    {
        if (sums is not null && waitMs > 0)
        {
            sums.Waited++;
            sums.WaitSeconds += waitMs / MsPerSecond;
        }
    }

    private WaitSums? SumsOf(Call call)
    {
        var batch = call.At < _start ? -1 : (call.At - _start) / _batchMs;
        return batch >= 0 && batch < _sums[call.Kind].Length ? _sums[call.Kind][batch] : null;
    }
}
