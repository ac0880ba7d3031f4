using Router.CallLog;
using Router.Engine.Events;
using Router.Simulator.Play;

namespace Router.Simulations.Bank;

/// <summary>Counts what becomes of a day's callers.</summary>
internal sealed class DayCounter : Watcher
{
    private const double MsPerSecond = 1_000;

    /// <summary>The figures so far.</summary>
    public DayFigures Figures { get; private set; } = DayFigures.Nothing;

    /// <inheritdoc/>
    public override void OnEntered(Call call, TicketEntered fact) =>
        Figures = Figures with { Entered = Figures.Entered + 1, English = Figures.English + EnglishIn(fact) };

    /// <inheritdoc/>
    public override void OnAnswered(Call call, TicketAssigned fact) => Figures = Figures with
    {
        Served = Figures.Served + 1,
        WaitSeconds = Figures.WaitSeconds + (fact.WaitMs / MsPerSecond),
        InTime = Figures.InTime + (fact.WaitMs <= DayFigures.InTimeSeconds * MsPerSecond ? 1 : 0),
        EnglishServed = Figures.EnglishServed + EnglishIn(fact),
    };

    private static int EnglishIn(TicketFact fact) => fact.Content.Skills[0].Name == CallTypes.English ? 1 : 0;
}
