namespace Router.AgentClient.Terminal;

/// <summary>How the terminal is started.</summary>
public sealed record AgentTerminalOptions
{
    /// <summary>The server, see <see cref="Connection.AgentChannel.Open"/>.</summary>
    public required Uri Server { get; init; }

    /// <summary>Who signs in and how.</summary>
    public required AgentSessionOptions SignIn { get; init; }
}
