namespace Router.Server.Live;

/// <summary>Where the hub is reached, and who is turned away before it is.</summary>
internal static class LiveEndpoint
{
    /// <summary>Maps the hub. Which roles may call it is the caller's to say.</summary>
    /// <param name="endpoints">Where to map it.</param>
    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder endpoints)
    {
        var hub = endpoints.MapHub<LiveHub>(LiveHub.Path, o => o.CloseOnAuthenticationExpiration = true);
        hub.Add(endpoint =>
        {
            var connect = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => Refusal(context) is { } refusal ? RefuseAsync(context, refusal) : connect(context);
        });
        return hub;
    }

    private static (int Status, string Message)? Refusal(HttpContext context)
    {
        // A browser asks nobody before it opens a WebSocket to another site, and a server without a signing key would take it for an admin's.
        if (!IsSameHost(context.Request))
        {
            return (StatusCodes.Status403Forbidden, "Only pages of this server's own host may connect here.");
        }

        // Thrown in the hub, the library would log it as an error of ours.
        var id = LiveHub.WorkspaceOf(context.User);
        return context.RequestServices.GetRequiredService<LiveViews>().Find(id) is null
            ? (StatusCodes.Status404NotFound, $"There is no workspace '{id}': an admin has to create it.")
            : null;
    }

    // The scheme may differ: TLS may end before this server.
    private static bool IsSameHost(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static Task RefuseAsync(HttpContext context, (int Status, string Message) refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refusal.Message);
    }
}
