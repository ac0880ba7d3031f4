namespace Router.Cli.Replay;

/// <summary>What is played and how.</summary>
/// <param name="Plan">Who calls and who serves.</param>
/// <param name="Source">Who submits.</param>
/// <param name="Queue">Where the callers wait.</param>
/// <param name="JournalFolder">Where clients write down what they saw; null: nowhere.</param>
internal sealed record ReplayOptions(ReplayPlan Plan, string Source, string Queue, string? JournalFolder);
