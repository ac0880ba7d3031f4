using Router.Engine;

namespace Router.Server.Workspaces;

/// <summary>What became of a submit.</summary>
/// <param name="Outcome">The ticket as a <see cref="Router.Engine.Queries.Submitted"/>, or why it was refused.</param>
/// <param name="Created">False when the same source and external id were here before: then it is that ticket as it is now.</param>
public readonly record struct SubmitOutcome(Outcome Outcome, bool Created);
