using Router.Engine.Events;

namespace Router.Engine.Transitions;

/// <summary>Who gave a ticket to an agent out of turn.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Why">Why, or empty.</param>
/// <param name="IsPastCapacity">It did not fit into the agent's capacity.</param>
internal sealed record SupervisorMove(Actor? By, string Why, bool IsPastCapacity);
