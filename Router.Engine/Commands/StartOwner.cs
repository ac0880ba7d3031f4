namespace Router.Engine.Commands;

/// <summary>
/// An owner took over after load: customers' time ran on, agents' time did not. Open offers are withdrawn without blame,
/// wrap-up and cool-downs move by the outage, sessions have their grace from now on, at least a minute.
/// </summary>
/// <param name="Term">The owner's term.</param>
/// <param name="WritesLost">Whether the store lost acknowledged batches, which is announced.</param>
public sealed record StartOwner(long Term, bool WritesLost = false) : Command;
