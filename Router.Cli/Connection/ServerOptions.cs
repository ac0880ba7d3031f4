using System.CommandLine;

namespace Router.Cli.Connection;

/// <summary>The options of every command that speaks with a server.</summary>
internal static class ServerOptions
{
    /// <summary>Default of <c>--server</c>: where a server listens that was told nothing else.</summary>
    public const string DefaultAddress = "http://127.0.0.1:7600";

    // Help prints defaults: a default that is read from the environment would show the token.
    private static readonly VariableOption ServerOption = new(
        "--server", "ROUTER_SERVER", $"The server's gRPC address (default: $ROUTER_SERVER, else {DefaultAddress}).", "address");

    private static readonly VariableOption TokenOption = new(
        "--token", "ROUTER_TOKEN", "Who calls: a token as 'router token' makes it (better: $ROUTER_TOKEN).", "token");

    private static readonly VariableOption KeyFileOption = new(
        "--key-file", "ROUTER_KEY_FILE", "The file with the server's signing key, to make tokens from where none is given (default: $ROUTER_KEY_FILE).", "file");

    private static readonly VariableOption WorkspaceOption = new(
        "--workspace", "ROUTER_WORKSPACE", "The workspace (default: $ROUTER_WORKSPACE, else 'default').", "id");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [ServerOption.Option, TokenOption.Option, KeyFileOption.Option, WorkspaceOption.Option];

    /// <summary>A ready token; null: none.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? TokenIn(ParseResult parsed) => TokenOption.In(parsed);

    /// <summary>The file with the server's signing key, from which a command makes the tokens it needs; null: none.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? KeyFileIn(ParseResult parsed) => KeyFileOption.In(parsed);

    /// <summary>The workspace; null: none is named.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? WorkspaceIn(ParseResult parsed) => WorkspaceOption.In(parsed);

    /// <summary>The server's address.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="CommandException">It is none.</exception>
    public static Uri AddressIn(ParseResult parsed)
    {
        var text = ServerOption.In(parsed) ?? DefaultAddress;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CommandException($"--server is '{text}': it may be an address such as {DefaultAddress}.");
    }
}
