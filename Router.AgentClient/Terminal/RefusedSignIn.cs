using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>Why a sign-in of <c>router agent</c> was refused, in the words of its command line.</summary>
public static class RefusedSignIn
{
    /// <summary>The sentence.</summary>
    /// <param name="refusal">The refusal, if one ended the session.</param>
    /// <param name="why">What is said otherwise.</param>
    /// <returns>Holds the server's words: not safe to print as it is.</returns>
    public static string Text(Refusal? refusal, string why) =>
        refusal?.Reason == Reason.SessionExists ? "This agent is signed in elsewhere: add --take-over to end that session and work here." : why;
}
