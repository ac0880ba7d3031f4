namespace Router.Server.Edge.Access;

/// <summary>
/// Lets a call in at once whose token was found valid before and has a role that its method asks for. All others take the framework's way,
/// which would find the same for several times the cost, and says what is missing.
/// </summary>
internal static class KnownCallers
{
    /// <summary>Adds the step. To stand before the framework's own, which it leaves out.</summary>
    /// <param name="app">The server.</param>
    public static void UseKnownCallers(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SigningKey>().Exists)
        {
            var tokens = app.Services.GetRequiredService<TokenReader>();
            app.Use(next => context => MayCall(context, tokens) ? context.GetEndpoint()!.RequestDelegate!(context) : next(context));
        }
    }

    // The requirement stands alone only where RequireTable put it: nothing else has a say there.
    private static bool MayCall(HttpContext context, TokenReader tokens)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RoleRequirement>() is not { } needed
            || context.Request.Headers.Authorization is not [{ } header]
            || !header.StartsWith(TokenHandler.Prefix, StringComparison.OrdinalIgnoreCase)
            || tokens.Known(header) is not { } principal
            || !principal.Caller.Is(needed.Roles))
        {
            return false;
        }

        context.User = principal;
        return true;
    }
}
