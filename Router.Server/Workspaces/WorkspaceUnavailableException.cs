using Router.Engine;

namespace Router.Server.Workspaces;

/// <summary>A call to a workspace that was not answered by its engine.</summary>
public sealed class WorkspaceUnavailableException : Exception
{
    private WorkspaceUnavailableException(Reason reason, string message, TimeSpan? retryAfter = null)
        : base(message)
    {
        Reason = reason;
        RetryAfter = retryAfter;
    }

    /// <summary><see cref="Reason.OutcomeUnknown"/>, <see cref="Reason.StoreUnavailable"/>, <see cref="Reason.ShuttingDown"/>,
    /// <see cref="Reason.Overloaded"/> or <see cref="Reason.Internal"/>.</summary>
    public Reason Reason { get; }

    /// <summary>When to try again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static WorkspaceUnavailableException OutcomeUnknown() =>
        new(Reason.OutcomeUnknown, "It may have been done or not: repeat it as it was.");

    internal static WorkspaceUnavailableException StoreUnavailable() =>
        new(Reason.StoreUnavailable, "Nothing was done: the store does not answer, or another server has the workspace. Repeat it.");

    internal static WorkspaceUnavailableException ShuttingDown() =>
        new(Reason.ShuttingDown, "Nothing was done: the server is stopping. Repeat it on another, or when it is back.");

    internal static WorkspaceUnavailableException Overloaded(TimeSpan retryAfter, string why = "too many submits wait to be written") =>
        new(Reason.Overloaded, $"Nothing was done: {why}. Repeat it later.", retryAfter);

    internal static WorkspaceUnavailableException Internal(string id) =>
        new(Reason.Internal, $"Nothing was done: a mistake of the router itself, {id} in its log.");
}
