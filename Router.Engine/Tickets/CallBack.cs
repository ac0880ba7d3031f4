namespace Router.Engine.Tickets;

/// <summary>A customer's wish to be called back.</summary>
/// <param name="Number">The number to call.</param>
/// <param name="From">The window begins, engine time in ms; 0 keeps the place in the queue and calls as soon as it comes up.</param>
/// <param name="Until">The window ends; 0, with a place that is kept, is without end.</param>
/// <param name="TimeZone">The customer's IANA time zone, or empty.</param>
public sealed record CallBack(string Number, long From, long Until, string TimeZone)
{
    /// <summary>Most attempts.</summary>
    public const int MostAttempts = 3;

    /// <summary>What came of the attempts so far, oldest first.</summary>
    public IReadOnlyList<CallBackAttempt> Attempts { get; init; } = [];
}
