using Router.Simulator.Counting;
using Router.Simulator.Play;

namespace Router.Simulator.Recorded;

/// <summary>When an agent was there, as it was.</summary>
/// <param name="Id">The agent.</param>
/// <param name="AtWork">When he took work, or was away for offers he missed, in order and apart from each other.</param>
/// <param name="Times">Stretches in which he was there or had work in hand, in order.</param>
public sealed record RecordedAgent(string Id, IReadOnlyList<Shift> AtWork, IReadOnlyList<StaffTime> Times)
{
    /// <summary>What he did with offers, by channel.</summary>
    public IReadOnlyDictionary<string, OfferHabit> Habits { get; init; } = new Dictionary<string, OfferHabit>();

    /// <summary>How long he was away each time that he was sent away for offers he missed and came back, ms. It is within <see cref="AtWork"/>.</summary>
    public IReadOnlyList<long> AwayMissedMs { get; init; } = [];
}
