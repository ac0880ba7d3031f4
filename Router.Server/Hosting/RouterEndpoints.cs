using Router.Server.Edge;
using Router.Server.Edge.Access;
using Router.Server.Edge.Json;
using Router.Server.Live;
using Router.Server.Metrics;

namespace Router.Server.Hosting;

/// <summary>What can be called.</summary>
internal static class RouterEndpoints
{
    public static void MapRouter(this WebApplication app)
    {
        app.UseDashboard();
        app.MapEdge();
        app.MapJson().ForOwnPages();
        app.MapLive().RequireRoles(Roles.Supervisor | Roles.Admin).ForOwnPages();
        app.MapHealth();
        app.MapMetrics();
    }
}
