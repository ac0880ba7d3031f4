namespace Router.Engine.Policies;

/// <summary>When a completed ticket is followed by another one of the same customer by itself. A ticket that follows is not followed so.</summary>
/// <param name="Dispositions">Completed with one of these; with any when empty.</param>
/// <param name="AfterSeconds">How long after it, 1 to 31,622,400 (366 days).</param>
/// <param name="Queue">The queue of the one that follows; the same when empty.</param>
public sealed record FollowUpRule(IReadOnlyList<string> Dispositions, int AfterSeconds, string Queue);
