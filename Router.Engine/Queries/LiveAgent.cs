using Router.Engine.Agents;

namespace Router.Engine.Queries;

/// <summary>One registered agent as he is now.</summary>
/// <param name="AgentId">His id.</param>
/// <param name="Name">His name.</param>
/// <param name="Team">His team, or empty.</param>
/// <param name="Presence">What he chose; offline when not signed in.</param>
/// <param name="Reason">Why he is away, or empty.</param>
/// <param name="Since">Since when he has this presence, engine time in ms.</param>
/// <param name="Activity">What he does.</param>
/// <param name="ActivitySince">Since when: his oldest ticket of this kind, or when he became idle; engine time in ms, 0 when not signed in.</param>
/// <param name="SessionLost">His session has no live stream.</param>
/// <param name="Draining">He takes nothing new, as he is about to leave or a supervisor wants it.</param>
/// <param name="Offers">Open offers.</param>
/// <param name="Assigned">Tickets he handles.</param>
/// <param name="WrappingUp">Tickets in wrap-up.</param>
/// <param name="CapacityUsed">Units in use.</param>
/// <param name="Capacity">Units in all.</param>
public sealed record LiveAgent(
    string AgentId,
    string Name,
    string Team,
    Presence Presence,
    string Reason,
    long Since,
    Activity Activity,
    long ActivitySince,
    bool SessionLost,
    bool Draining,
    int Offers,
    int Assigned,
    int WrappingUp,
    int CapacityUsed,
    int Capacity);
