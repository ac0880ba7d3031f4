namespace Router.Simulator.Play;

/// <summary>What an agent does with an offer.</summary>
/// <param name="Accepts">He accepts; else he declines.</param>
/// <param name="AfterMs">How long he takes for it, ms.</param>
internal readonly record struct OfferAnswer(bool Accepts, long AfterMs)
{
    /// <summary>He accepts at once.</summary>
    public static readonly OfferAnswer AtOnce = new(true, 0);
}
