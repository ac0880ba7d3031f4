namespace Router.AgentClient.Terminal;

/// <summary>How a notice looks.</summary>
internal enum NoticeKind
{
    /// <summary>Something happened.</summary>
    News,

    /// <summary>Something went wrong, or was missed.</summary>
    Problem,
}
