using Router.Server.Edge;

namespace Router.Server.Hosting;

/// <summary>What can be called.</summary>
internal static class RouterEndpoints
{
    public static void MapRouter(this WebApplication app)
    {
        app.MapEdge();
    }
}
