using System.CommandLine;

namespace Router.Cli.Connection;

/// <summary>The options of every command that speaks with a server.</summary>
internal static class ServerOptions
{
    /// <summary>Default of <c>--server</c>: where a server listens that was told nothing else.</summary>
    public const string DefaultAddress = "http://127.0.0.1:7600";

    /// <summary>The server.</summary>
    public static readonly Option<string> Server = new("--server")
    {
        Description = "The server's gRPC address (default: $ROUTER_SERVER).",
        HelpName = "address",
        DefaultValueFactory = _ => Variable("ROUTER_SERVER") ?? DefaultAddress,
        Recursive = true,
    };

    /// <summary>A ready token.</summary>
    public static readonly Option<string?> Token = new("--token")
    {
        Description = "Who calls: a token as 'router token' makes it (better: $ROUTER_TOKEN).",
        HelpName = "token",
        DefaultValueFactory = _ => Variable("ROUTER_TOKEN"),
        Recursive = true,
    };

    /// <summary>The server's signing key, from which the command makes the tokens it needs.</summary>
    public static readonly Option<string?> KeyFile = new("--key-file")
    {
        Description = "The file with the server's signing key, to make tokens from where none is given (default: $ROUTER_KEY_FILE).",
        HelpName = "file",
        DefaultValueFactory = _ => Variable("ROUTER_KEY_FILE"),
        Recursive = true,
    };

    /// <summary>The workspace.</summary>
    public static readonly Option<string?> Workspace = new("--workspace")
    {
        Description = "The workspace (default: $ROUTER_WORKSPACE, else 'default').",
        HelpName = "id",
        DefaultValueFactory = _ => Variable("ROUTER_WORKSPACE"),
        Recursive = true,
    };

    /// <summary>The server's address.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="CommandException">It is none.</exception>
    public static Uri AddressIn(ParseResult parsed)
    {
        var text = parsed.GetRequiredValue(Server);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CommandException($"--server is '{text}': it may be an address such as {DefaultAddress}.");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
