using Router.Engine.Events;
using Router.Engine.Policies;

namespace Router.Engine.Records;

/// <summary>A version of the policy that came into force.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="At">When, engine time in ms since 1970.</param>
/// <param name="By">Who asked for it, or null when that is not known.</param>
/// <param name="Note">Why, or empty.</param>
public sealed record PublishedPolicy(WorkspacePolicy Policy, long At, Actor? By, string Note = "");
