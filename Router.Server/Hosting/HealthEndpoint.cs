using System.Text.Json;
using System.Text.Json.Serialization;
using Router.Server.Outbox;
using Router.Server.Store;
using Router.Server.Workspaces;

namespace Router.Server.Hosting;

/// <summary><c>/healthz</c>: for whatever restarts the server or sends callers to it. Open to all: of workspaces it says only which are not
/// served, and why.</summary>
internal static class HealthEndpoint
{
    private const string Path = "/healthz";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Maps it: 200 when the workspace <c>default</c> is served, else 503; how its parts are in JSON.</summary>
    /// <param name="app">The server.</param>
    public static void MapHealth(this WebApplication app) => app.MapGet(Path, Tell).AllowAnonymous();

    private static IResult Tell(WorkspaceRegistry workspaces, RouterStore store, RelaySource relays)
    {
        var serves = workspaces.Find(WorkspaceId.Default)?.IsServing == true;
        var notServed = workspaces.All
            .Select(w => (w.Id, Why: w.NotServed))
            .Where(w => w.Why is not null)
            .Select(w => new { Workspace = w.Id, w.Why!.Cause, w.Why.Message })
            .ToList();
        var health = new
        {
            Status = serves ? "serving" : "not serving",
            Redis = store.IsConnected ? "connected" : "away",
            Events = EventsOf(relays.States),
            NotServed = notServed.Count == 0 ? null : notServed,
        };
        return Results.Json(health, Json, statusCode: serves ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string EventsOf(IReadOnlyList<RelayState> relays) =>
        relays.Any(r => r.IsBehind) ? "behind"
        : relays.Any(r => r.IsUnreached) ? "unreached"
        : "published";
}
