namespace Router.Server.Live;

/// <summary>Where the hub is reached, and who is turned away before it is.</summary>
internal static class LiveEndpoint
{
    /// <summary>Maps the hub. Who may call it is the caller's to say.</summary>
    /// <param name="endpoints">Where to map it.</param>
    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder endpoints)
    {
        var hub = endpoints.MapHub<LiveHub>(LiveHub.Path, o => o.CloseOnAuthenticationExpiration = true);
        hub.Add(endpoint =>
        {
            var connect = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => Exists(context) ? connect(context) : RefuseAsync(context);
        });
        return hub;
    }

    // Thrown in the hub, the library would log it as an error of ours.
    private static bool Exists(HttpContext context) =>
        context.RequestServices.GetRequiredService<LiveViews>().Find(LiveHub.WorkspaceOf(context.User)) is not null;

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"There is no workspace '{LiveHub.WorkspaceOf(context.User)}': an admin has to create it.");
    }
}
