using System.CommandLine;
using Router.Cli.Connection;
using Router.Documents;

namespace Router.Cli.Commands;

/// <summary><c>router token</c>: makes a token with the server's signing key.</summary>
internal static class TokenCommand
{
    /// <summary>Default of <c>--lifetime</c>: 12 hours.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(12);

    private const string KeyVariable = "ROUTER_SIGNING_KEY";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var role = new Argument<string>("role") { Description = "What the bearer may do." };
        role.AcceptOnlyFromAmong([.. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())]);
        var subject = new Option<string?>("--subject") { Description = "Who he is; for an agent his agent id (default: the role's name).", HelpName = "id" };
        var source = new Option<string?>("--source") { Description = "For an adapter: the only source it may submit for and see.", HelpName = "name" };
        var lifetime = new Option<TimeSpan?>("--lifetime")
        {
            Description = "How long the token is good: [days.]hours:minutes[:seconds].",
            HelpName = "time",
            DefaultValueFactory = _ => DefaultLifetime,
            CustomParser = ValueForm.Of<TimeSpan>("--lifetime", "a time longer than nothing, such as 12:00 or 30.00:00", t => t > TimeSpan.Zero),
        };

        var command = new Command("token", $"Makes a token with the key in --key-file, else in ${KeyVariable}.") { role, subject, source, lifetime };
        command.SetAction(async (parsed, _) =>
        {
            var asked = parsed.GetRequiredValue(role);
            var claims = new TokenClaims(Enum.Parse<Role>(asked, ignoreCase: true), parsed.GetValue(subject) ?? asked)
            {
                Workspace = ServerOptions.WorkspaceIn(parsed),
                Source = parsed.GetValue(source),
            };
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Mint(parsed).Make(claims, parsed.GetValue(lifetime)!.Value));
        });
        return command;
    }

    private static TokenMint Mint(ParseResult parsed)
    {
        if (ServerOptions.KeyFileIn(parsed) is { } file)
        {
            return TokenMint.FromFile(file, TimeProvider.System);
        }

        var key = Environment.GetEnvironmentVariable(KeyVariable);
        return string.IsNullOrEmpty(key)
            ? throw new CommandException($"No signing key: name its file with --key-file, or put the key into ${KeyVariable}.")
            : new TokenMint(key, $"${KeyVariable}", TimeProvider.System);
    }
}
