namespace Router.Simulator.Play;

/// <summary>What an agent does with offers of one channel: how often he did what, and how long he took.</summary>
/// <param name="Accepted">Offers he accepted.</param>
/// <param name="Declined">Offers he declined.</param>
/// <param name="Missed">Offers he let pass.</param>
/// <param name="AcceptMs">How long he took to accept, on average, ms.</param>
/// <param name="DeclineMs">How long he took to decline, on average, ms.</param>
public readonly record struct OfferHabit(int Accepted, int Declined, int Missed, long AcceptMs, long DeclineMs)
{
    private const long QuickestDeclineMs = 1_000;

    /// <summary>What he does with the next one.</summary>
    /// <param name="chance">A number between 0 and 1.</param>
    /// <returns>He declines after a second at least; null is to let it pass.</returns>
    internal OfferAnswer? Answer(double chance)
    {
        var place = chance * (Accepted + Declined + Missed);
        return place < Missed ? null
            : place < Missed + Declined ? new OfferAnswer(false, Math.Max(QuickestDeclineMs, DeclineMs))
            : new OfferAnswer(true, AcceptMs);
    }
}
