using Router.V1;

namespace Router.AgentClient.Connection;

/// <summary>Why a stream ended, for people.</summary>
internal static class SessionEndTexts
{
    public static string Of(SessionEnd reason) => reason switch
    {
        SessionEnd.SignedOut => "signed out",
        SessionEnd.TakenOver => "signed in from another place",
        SessionEnd.StreamReplaced => "the session goes on in another window",
        SessionEnd.Supervisor => "signed out by a supervisor",
        SessionEnd.StreamTooSlow => "this terminal read too slowly",
        SessionEnd.ShuttingDown => "the server is restarting",
        SessionEnd.OutcomeUnknown => "the server has lost the workspace",
        SessionEnd.TokenExpired => "the token's time is over",
        SessionEnd.HeartbeatsMissing => "the server has not heard from here for a while",
        SessionEnd.Lost => "the session was lost",
        _ => "the server ended the stream",
    };
}
