using Router.AgentClient;

namespace Router.Cli.Connection;

/// <summary>How an agent signs in over a connection of this command line.</summary>
internal static class AgentSignIn
{
    /// <summary>The options of his session.</summary>
    /// <param name="server">The connection.</param>
    /// <param name="agent">His id; empty = that of the token.</param>
    public static AgentSessionOptions Options(ServerConnection server, string agent)
    {
        var token = server.TokenOf(Role.Agent, agent);
        return new AgentSessionOptions
        {
            AgentId = agent,
            Workspace = server.NamedWorkspace ?? "",
            Token = _ => ValueTask.FromResult(token.Current()),
        };
    }
}
