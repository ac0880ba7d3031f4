using Router.Engine.Events;
using Router.Simulator.Play;

namespace Router.Simulator.Counting;

/// <summary>Counts what becomes of the calls of a simulation.</summary>
/// <param name="counter">Counts it.</param>
internal sealed class CountingWatcher(FigureCounter counter) : Watcher
{
    /// <inheritdoc/>
    public override void OnTurnedAway(Call call, long at, string queue) => counter.TurnAway(queue, at);

    /// <inheritdoc/>
    public override void OnFact(Fact fact) => counter.Hear(fact);
}
