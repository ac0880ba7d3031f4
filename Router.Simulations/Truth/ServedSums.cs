using Router.Engine.Events;
using Router.Simulator.Play;

namespace Router.Simulations.Truth;

/// <summary>Counts a day's calls.</summary>
/// <param name="limitMs">The wait up to, and without, which service is good, ms.</param>
internal sealed class ServedSums(long limitMs) : Watcher
{
    /// <summary>Calls that were served.</summary>
    public int Served { get; private set; }

    /// <summary>Of these, how many waited less than the limit.</summary>
    public int ServedInTime { get; private set; }

    /// <summary>Callers who gave up.</summary>
    public int Abandoned { get; private set; }

    /// <summary>Of these, how many waited as long as the limit or longer.</summary>
    public int AbandonedLate { get; private set; }

    /// <inheritdoc/>
    public override void OnAnswered(Call call, TicketAssigned fact)
    {
        Served++;
        ServedInTime += fact.WaitMs < limitMs ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void OnLeft(Call call, TicketLeft fact)
    {
        Abandoned++;
        AbandonedLate += fact.WaitMs >= limitMs ? 1 : 0;
    }
}
