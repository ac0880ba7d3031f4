namespace Router.Engine.Commands;

/// <summary>What an agent wants to follow a ticket that he completes: a ticket of the same customer.</summary>
/// <param name="At">When it enters its queue, engine time in ms.</param>
/// <param name="Queue">Its queue; the same when empty.</param>
/// <param name="Note">For its history, or empty.</param>
/// <param name="SameAgent">The same agent is to have it first.</param>
public sealed record FollowUpWish(long At, string Queue, string Note, bool SameAgent = false);
