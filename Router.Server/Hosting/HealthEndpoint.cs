using Router.Server.Outbox;
using Router.Server.Store;
using Router.Server.Workspaces;

namespace Router.Server.Hosting;

/// <summary><c>/healthz</c>: for whatever restarts the server or sends callers to it. Open to all, and says nothing of any workspace.</summary>
internal static class HealthEndpoint
{
    private const string Path = "/healthz";

    /// <summary>Maps it: 200 when the workspace <c>default</c> is served, else 503; how its parts are in JSON.</summary>
    /// <param name="app">The server.</param>
    public static void MapHealth(this WebApplication app) => app.MapGet(Path, Tell).AllowAnonymous();

    private static IResult Tell(WorkspaceRegistry workspaces, RouterStore store, RelaySource relays)
    {
        var serves = workspaces.Find(WorkspaceId.Default)?.IsServing == true;
        var health = new
        {
            Status = serves ? "serving" : "not serving",
            Redis = store.IsConnected ? "connected" : "away",
            Events = relays.States.Any(r => r.IsBehind) ? "behind" : "published",
        };
        return Results.Json(health, statusCode: serves ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
