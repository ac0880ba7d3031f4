using Router.V1;

namespace Router.AgentClient.Connection;

/// <summary>How a session stands with its server.</summary>
/// <param name="Phase">Where it is.</param>
public sealed record AgentConnection(ConnectionPhase Phase)
{
    /// <summary>For people: why there is no connection, as the rest of a sentence (<c>the server is restarting</c>). Empty while there is one.</summary>
    public string Why { get; init; } = "";

    /// <summary>Only in <see cref="ConnectionPhase.Waiting"/>: when the next try is made, in real time of this machine.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Only in <see cref="ConnectionPhase.Over"/>: how the server said the session ended; UNSPECIFIED where it did not say.</summary>
    public SessionEnd End { get; init; }

    /// <summary>Only in <see cref="ConnectionPhase.Over"/>: the refusal of the sign-in, where that ended it.</summary>
    public Refusal? Refusal { get; init; }
}
