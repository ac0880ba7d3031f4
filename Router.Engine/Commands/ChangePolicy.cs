using Router.Engine.Events;
using Router.Engine.Policies;

namespace Router.Engine.Commands;

/// <summary>A change of the policy, stored as the next version. Answered with the new version number.</summary>
/// <param name="Change">Makes the new rules from those in force; the version it sets is ignored.</param>
/// <param name="ExpectedVersion">Refused with <see cref="Reason.VersionConflict"/> when another version is in force; 0 takes any.</param>
/// <param name="By">Who asks for it, or null when that is not known.</param>
/// <param name="What">What it is about, for those who read the event: <c>queue:NAME</c>, <c>workspace</c>, <c>publish</c>, <c>rollback:VERSION</c>.</param>
/// <param name="Note">Why, for those who look back; or empty.</param>
/// <param name="Reprice">Due times of open tickets are computed anew, from when they entered their queue.</param>
public sealed record ChangePolicy(
    Func<WorkspacePolicy, WorkspacePolicy> Change, long ExpectedVersion = 0, Actor? By = null, string What = "", string Note = "", bool Reprice = false) : Command;
