namespace Router.Server.Hosting;

/// <summary>Keeps pages of other sites out.</summary>
internal static class OwnPages
{
    /// <summary>Refuses requests of pages that this server has not served, whoever their reader is.</summary>
    /// <param name="endpoints">What they may not reach.</param>
    /// <typeparam name="TBuilder">Endpoints.</typeparam>
    public static TBuilder ForOwnPages<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => IsOwn(context.Request) ? next(context) : RefuseAsync(context.Response);
        });
        return endpoints;
    }

    // A browser asks nobody before it opens a WebSocket to another site, and a server without a signing key would take it for an admin's.
    // The scheme may differ: TLS may end before this server.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync("Only pages of this server's own host may connect here.");
    }
}
