namespace Router.Engine.Records;

/// <summary>How far the policy in force has come among the tickets that were open when it was published. Tickets are told by their counters.</summary>
/// <param name="After">Those up to this one have its rules.</param>
/// <param name="Last">The last one that needs them: later ones came in under them.</param>
/// <param name="NextAt">When the next slice is due, engine time in ms.</param>
/// <param name="RepriceAfter">Due times are computed anew for tickets after this one.</param>
/// <param name="RepriceLast">And up to this one; 0 for none.</param>
public sealed record RenewalRecord(long After, long Last, long NextAt, long RepriceAfter = 0, long RepriceLast = 0)
{
    /// <summary>Whether a ticket's due time is computed anew.</summary>
    /// <param name="counter">The ticket's.</param>
    public bool Reprices(long counter) => RepriceAfter < counter && counter <= RepriceLast;
}
