using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Edge.Json;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Access;

/// <summary>Finds out who calls, and tells who may not.</summary>
/// <param name="options">Nothing of ours.</param>
/// <param name="loggers">For the base class.</param>
/// <param name="encoder">For the base class.</param>
/// <param name="key">Without a key every caller is an admin, and the server listens on loopback alone.</param>
/// <param name="tokens">Reads tokens.</param>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    SigningKey key,
    Lazy<TokenReader> tokens) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name, and the word before a token in the header.</summary>
    public const string SchemeName = "Bearer";

    /// <summary>Where a browser puts the token of a hub connection, which cannot have headers.</summary>
    public const string QueryParameter = "access_token";

    /// <summary>What the header has before the token, in any case.</summary>
    public const string Prefix = SchemeName + " ";

    private const string HubsPath = "/hubs";

    private static readonly AuthenticateResult Loopback = SignedIn(new CallerPrincipal(Caller.LoopbackAdmin));

    /// <summary>What is wrong with the token of a request; empty when nothing is, or when it has none.</summary>
    /// <param name="context">The request.</param>
    public static string ProblemOf(HttpContext context) => context.Items[typeof(TokenHandler)] as string ?? "";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!key.Exists)
        {
            return Loopback;
        }

        var (text, start) = Token();
        if (text.Length == start)
        {
            return AuthenticateResult.NoResult();
        }

        var reading = await tokens.Value.ReadAsync(text, start);
        if (reading.Principal is { } principal)
        {
            return SignedIn(principal);
        }

        // Where a capability token would do as well, the call itself is the one to say what is wrong.
        Context.Items[typeof(TokenHandler)] = reading.Problem;
        return AuthenticateResult.Fail(reading.Problem);
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        var message = failure is null
            ? "A token is needed: send the header 'authorization: Bearer TOKEN' (docs/auth.md)."
            : $"No valid token: {failure.Message} (docs/auth.md).";
        Response.Headers.WWWAuthenticate = SchemeName;
        await RefusedResponse.WriteAsync(Context, Refused.For(Reason.NotAuthenticated, message));
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var caller = CallerPrincipal.Of(Context);
        var refused = RoleRequirement.Of(Context) is { } needed
            ? Refused.For(
                Reason.NotAllowed,
                $"'{caller.Subject}' is {RoleTexts.Of(caller.Roles)}; this needs {RoleTexts.Of(needed.Roles)}.",
                ("role", RoleTexts.Of(caller.Roles)),
                ("expected", RoleTexts.Of(needed.Roles)))
            : Refused.For(Reason.NotImplemented, $"There is nothing at {Shown.Text(Request.Path)}{Instead()}.");
        return RefusedResponse.WriteAsync(Context, refused);
    }

    private string Instead() =>
        Request.Path.StartsWithSegments(JsonEndpoints.Root, StringComparison.Ordinal) && !HttpMethods.IsPost(Request.Method)
            ? $" for {Shown.Text(Request.Method)}: methods are called by POST"
            : "";

    // The time is what ends hub connections.
    private static AuthenticateResult SignedIn(CallerPrincipal principal) => AuthenticateResult.Success(new AuthenticationTicket(
        principal, new AuthenticationProperties { ExpiresUtc = principal.Caller.ExpiresAt }, SchemeName));

    // The text that holds the token, and where in it: callers send the same text again and again, and it is known as a whole.
    private (string Text, int Start) Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return (header, Prefix.Length);
        }

        return (Request.Path.StartsWithSegments(HubsPath, StringComparison.Ordinal) ? Request.Query[QueryParameter].ToString() : "", 0);
    }
}
