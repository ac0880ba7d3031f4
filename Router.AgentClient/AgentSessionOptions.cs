using Router.V1;

namespace Router.AgentClient;

/// <summary>How an agent signs in.</summary>
public sealed record AgentSessionOptions
{
    /// <summary>Whose session. Empty = the token's subject; another one only for an admin.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>The workspace, where an admin names one. Empty = the token's, else <c>default</c>.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>
    /// Gives the token; asked anew for each connection, so that it may be renewed. Null or an empty result = without a token. An exception of it is a
    /// failed try, repeated as any other.
    /// </summary>
    public Func<CancellationToken, ValueTask<string?>>? Token { get; init; }

    /// <summary>End another session of this agent that has a live stream. Only for the first sign-in; a resume never takes over.</summary>
    public bool TakeOver { get; init; }

    /// <summary>Only these channels of the profile. Empty = all.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Only these languages of the profile, BCP 47. Empty = all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>
    /// Presence of a new session. When a session was lost and another begins, the presence last known is asked for instead.
    /// </summary>
    public Presence Presence { get; init; } = Presence.Available;

    /// <summary>For <see cref="Presence.Away"/>: a code of the workspace's list, or empty.</summary>
    public string AwayReason { get; init; } = "";
}
