namespace Router.Engine.Policies;

/// <summary>Why a policy cannot come into force.</summary>
/// <param name="Reason">What kind of mistake it is.</param>
/// <param name="Path">Where in the document, as <c>queues[2].steps[0].queue</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Field">Where in the queue or the workspace's part alone, as <c>steps</c>.</param>
public sealed record PolicyMistake(Reason Reason, string Path, string Message, string Field);
