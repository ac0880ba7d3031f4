using System.Text.Json.Serialization;
using Router.Server.Statistics;

namespace Router.Server.Live.Wire;

/// <summary>What became of the tickets that entered in some time.</summary>
/// <param name="Entered">Came into the queue.</param>
/// <param name="Answered">Accepted.</param>
/// <param name="Abandoned">The customer left, short ones left out.</param>
/// <param name="AbandonedShort">He left within the queue's limit for short ones.</param>
/// <param name="Completed">Done.</param>
/// <param name="ServiceLevel">Answered in time / (entered - short), 0 to 1; null when nothing entered.</param>
/// <param name="HandleSeconds">Talk, hold and wrap-up of an assignment on average, whole seconds: in the last hour alone, and left out while none is over.</param>
public sealed record LiveWindow(
    long Entered,
    long Answered,
    long Abandoned,
    long AbandonedShort,
    long Completed,
    double? ServiceLevel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? HandleSeconds)
{
    private const int Digits = 4;

    internal static readonly LiveWindow None = Of(default);

    internal static LiveWindow Of(WindowCounts counts) => new(
        counts.Entered,
        counts.Answered,
        counts.Abandoned,
        counts.AbandonedShort,
        counts.Completed,
        counts.ServiceLevel is { } level ? Math.Round(level, Digits) : null,
        HandleSeconds: null);

    /// <summary>Of the last hour, which is what lists show of handle time.</summary>
    internal static LiveWindow OfHour(WindowCounts counts) =>
        Of(counts) with { HandleSeconds = counts.AverageHandleMs is { } handle ? (long)Math.Round(handle / 1_000) : null };
}
