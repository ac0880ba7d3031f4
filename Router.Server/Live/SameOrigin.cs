namespace Router.Server.Live;

/// <summary>
/// Lets the pages of other sites not connect to hubs. A browser asks for no permission before it opens a WebSocket to another site, and a
/// server without a signing key would take it for an admin's.
/// </summary>
internal static class SameOrigin
{
    private const string HubsPath = "/hubs";

    /// <summary>Refuses requests to hubs that a page of another host made.</summary>
    /// <param name="app">The server.</param>
    public static void UseSameOriginForHubs(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments(HubsPath, StringComparison.Ordinal) && !IsSame(context.Request) ? RefuseAsync(context) : next(context));

    // The scheme may differ: TLS may end before this server.
    private static bool IsSame(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("Only pages of this server's own host may connect here.");
    }
}
