using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.AgentClient.State;
using Router.Testing;

namespace Router.Clients.Tests.AgentClient;

/// <summary>Awaits what a session comes to.</summary>
internal static class SessionWaits
{
    /// <summary>Reads the session's updates until its state is as wanted.</summary>
    public static Task<AgentState> UntilAsync(this AgentSession session, Func<AgentState, bool> condition, string what) =>
        Eventually.DoneAsync(ReadAsync(session, condition), what);

    public static Task<AgentState> SignedInAsync(this AgentSession session) =>
        session.UntilAsync(state => state.Connection.Phase == ConnectionPhase.SignedIn, "signed in");

    public static Task<AgentState> OverAsync(this AgentSession session) =>
        session.UntilAsync(state => state.Connection.Phase == ConnectionPhase.Over, "the session is over");

    private static async Task<AgentState> ReadAsync(AgentSession session, Func<AgentState, bool> condition)
    {
        if (condition(session.State))
        {
            return session.State;
        }

        await foreach (var update in session.ReadUpdatesAsync())
        {
            if (condition(update.State))
            {
                return update.State;
            }
        }

        return condition(session.State) ? session.State : throw new InvalidOperationException($"The session is over: {session.State.Connection}");
    }
}
