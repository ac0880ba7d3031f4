using Router.Engine.Agents;

namespace Router.Simulator.Play;

/// <summary>An agent who accepts at once and completes when the call is over.</summary>
/// <param name="profile">Who he is and what he can do.</param>
/// <param name="shifts">When he is at work, in order and apart from each other.</param>
internal sealed class SimulatedAgent(AgentProfile profile, IReadOnlyList<Shift> shifts)
{
    /// <summary>Who he is and what he can do.</summary>
    public AgentProfile Profile { get; } = profile;

    /// <summary>When he is at work, in order and apart from each other.</summary>
    public IReadOnlyList<Shift> Shifts { get; } = shifts;

    /// <summary>His id.</summary>
    public string Id => Profile.Id;

    /// <summary>His session, empty when he is not signed in or signs out.</summary>
    public string SessionId { get; set; } = "";
}
