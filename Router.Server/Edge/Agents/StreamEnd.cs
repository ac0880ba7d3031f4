using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Agents;

/// <summary>How a stream of an agent ends.</summary>
/// <param name="Reason">Why, as the client is told.</param>
/// <param name="Reconnect">Whether the client should connect again by itself.</param>
/// <param name="SessionLives">Whether the session goes on without it, so that its loss has to be told.</param>
/// <param name="Refused">What the call ends with; null for OK.</param>
internal sealed record StreamEnd(V1.SessionEnd Reason, bool Reconnect, bool SessionLives, Refused? Refused)
{
    /// <summary>How long the last writes may take; then the stream is cut off.</summary>
    public static readonly TimeSpan LastWriteTime = TimeSpan.FromSeconds(5);

    /// <summary>The agent signed out.</summary>
    public static readonly StreamEnd SignedOut = new(V1.SessionEnd.SignedOut, Reconnect: false, SessionLives: false, null);

    /// <summary>A supervisor signed the agent out.</summary>
    public static readonly StreamEnd BySupervisor = new(V1.SessionEnd.Supervisor, Reconnect: false, SessionLives: false, null);

    /// <summary>The session was without a stream for too long.</summary>
    public static readonly StreamEnd Lost = new(V1.SessionEnd.Lost, Reconnect: false, SessionLives: false, null);

    /// <summary>The agent signed in elsewhere.</summary>
    public static readonly StreamEnd TakenOver = new(
        V1.SessionEnd.TakenOver,
        Reconnect: false,
        SessionLives: false,
        Refused.For(Engine.Reason.SessionTakenOver, "The agent has signed in elsewhere, which ended this session."));

    /// <summary>A newer stream goes on with the session.</summary>
    public static readonly StreamEnd Replaced = new(V1.SessionEnd.StreamReplaced, Reconnect: false, SessionLives: false, null);

    /// <summary>The client left too much unread.</summary>
    public static readonly StreamEnd TooSlow = new(
        V1.SessionEnd.StreamTooSlow,
        Reconnect: true,
        SessionLives: true,
        Refused.For(Engine.Reason.StreamTooSlow, $"What happened at over {AgentStream.MostUnread} times was left unread: connect again and resume, and read faster."));

    /// <summary>The client was silent.</summary>
    public static readonly StreamEnd Silent = new(V1.SessionEnd.HeartbeatsMissing, Reconnect: true, SessionLives: true, null);

    /// <summary>The token's time is over.</summary>
    public static readonly StreamEnd TokenExpired = new(
        V1.SessionEnd.TokenExpired,
        Reconnect: true,
        SessionLives: true,
        Refused.For(Engine.Reason.NotAuthenticated, "The token's time is over: connect again with a new one and resume."));

    /// <summary>The server stops. The next owner gives every session its grace.</summary>
    public static readonly StreamEnd ShuttingDown = new(
        V1.SessionEnd.ShuttingDown,
        Reconnect: true,
        SessionLives: false,
        Refused.For(Engine.Reason.ShuttingDown, "The server is stopping: connect again and resume."));

    /// <summary>The server no longer has the workspace as it was. Whoever has it gives every session its grace.</summary>
    public static readonly StreamEnd OutcomeUnknown = new(
        V1.SessionEnd.OutcomeUnknown,
        Reconnect: true,
        SessionLives: false,
        Refused.For(Engine.Reason.OutcomeUnknown, "This server no longer has the workspace as it was: connect again and resume."));

    /// <summary>The client has ended the stream, or is gone.</summary>
    public static readonly StreamEnd ClientGone = new(V1.SessionEnd.Unspecified, Reconnect: true, SessionLives: true, null);

    /// <summary>A mistake of the router.</summary>
    /// <param name="refused">What the call ends with.</param>
    public static StreamEnd Broken(Refused refused) => new(V1.SessionEnd.OutcomeUnknown, Reconnect: true, SessionLives: true, refused);

    /// <summary>The last update of the stream.</summary>
    public V1.WorkUpdate ToUpdate() => new() { SessionEnded = new() { Reason = Reason, Reconnect = Reconnect } };
}
