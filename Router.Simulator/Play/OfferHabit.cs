namespace Router.Simulator.Play;

/// <summary>What an agent did with the offers of one channel. He does with the next one as with one of them, whichever.</summary>
/// <param name="AcceptMs">How long he took to accept, ms: a number for each that he accepted.</param>
/// <param name="DeclineMs">How long he took to decline, ms: a number for each that he declined.</param>
/// <param name="Missed">How many he let pass.</param>
public sealed record OfferHabit(IReadOnlyList<long> AcceptMs, IReadOnlyList<long> DeclineMs, int Missed)
{
    private const long QuickestDeclineMs = 1_000;

    /// <summary>How many there were.</summary>
    internal int Count => AcceptMs.Count + DeclineMs.Count + Missed;

    /// <summary>What he does with the next one.</summary>
    /// <param name="chance">A number from 0 up to 1.</param>
    /// <returns>He declines after a second at least; null is to let it pass.</returns>
    internal OfferAnswer? Answer(double chance)
    {
        var place = (int)(chance * Count) - Missed;
        return place < 0 ? null
            : place < DeclineMs.Count ? new OfferAnswer(false, Math.Max(QuickestDeclineMs, DeclineMs[place]))
            : new OfferAnswer(true, AcceptMs[place - DeclineMs.Count]);
    }
}
