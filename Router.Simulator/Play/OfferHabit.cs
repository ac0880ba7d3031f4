namespace Router.Simulator.Play;

/// <summary>What an agent does with offers of one channel: how often he did what.</summary>
/// <param name="Accepted">Offers he accepted.</param>
/// <param name="Declined">Offers he declined.</param>
/// <param name="Missed">Offers he let pass.</param>
/// <param name="DeclineMs">How long he took to decline, on average, ms.</param>
public readonly record struct OfferHabit(int Accepted, int Declined, int Missed, long DeclineMs)
{
    private const long QuickestDeclineMs = 1_000;

    /// <summary>What he does with the next one.</summary>
    /// <param name="chance">A number between 0 and 1.</param>
    /// <returns>0 to accept at once, so many ms until he declines, at least a second, or null to let it pass.</returns>
    internal long? Answer(double chance)
    {
        var place = chance * (Accepted + Declined + Missed);
        return place < Missed ? null : place < Missed + Declined ? Math.Max(QuickestDeclineMs, DeclineMs) : 0;
    }
}
