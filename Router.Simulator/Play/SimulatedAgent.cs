using Router.Engine.Agents;

namespace Router.Simulator.Play;

/// <summary>An agent who accepts at once, unless he has other habits, and completes when the call is over.</summary>
/// <param name="profile">Who he is and what he can do.</param>
/// <param name="shifts">When he is at work, in order and apart from each other.</param>
public sealed class SimulatedAgent(AgentProfile profile, IReadOnlyList<Shift> shifts)
{
    /// <summary>Who he is and what he can do.</summary>
    public AgentProfile Profile { get; } = profile;

    /// <summary>When he is at work, in order and apart from each other.</summary>
    public IReadOnlyList<Shift> Shifts { get; } = shifts;

    /// <summary>When he is away during his shifts: he takes nothing new, and begins his break once no live work is in hand.</summary>
    public IReadOnlyList<Shift> Breaks { get; init; } = [];

    /// <summary>What he does with offers; null accepts all at once.</summary>
    public OfferHabits? Offers { get; init; }

    /// <summary>His id.</summary>
    public string Id => Profile.Id;

    /// <summary>His session, empty when he is not signed in or signs out.</summary>
    internal string SessionId { get; set; } = "";

    /// <summary>What he has in hand.</summary>
    internal Desk Desk { get; } = new();
}
