namespace Router.AgentClient.Terminal;

/// <summary>One line about what happened last.</summary>
/// <param name="Kind">How it looks.</param>
/// <param name="Text">One sentence.</param>
internal sealed record Notice(NoticeKind Kind, string Text);
