using Router.AgentClient.State;
using Router.V1;

namespace Router.AgentClient;

/// <summary>Something changed.</summary>
/// <param name="State">All that is known after it.</param>
/// <param name="Cause">
/// What the server told (an offer, an assignment, a message, …); null when the connection changed or a message of the agent's own was added.
/// </param>
public sealed record AgentUpdate(AgentState State, WorkUpdate? Cause);
