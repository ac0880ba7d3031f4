using Microsoft.Extensions.Options;
using Router.Server.Edge.Access;

namespace Router.Server.Metrics;

/// <summary><c>/metrics</c>: for Prometheus. Names of workspaces and queues are in it, so that it is for admins, unless the settings open it.</summary>
internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    /// <summary>Maps it.</summary>
    /// <param name="app">The server.</param>
    public static void MapMetrics(this WebApplication app)
    {
        var page = app.MapGet(Path, TellAsync);
        if (app.Services.GetRequiredService<IOptions<MetricsOptions>>().Value.Open)
        {
            page.AllowAnonymous();
        }
        else
        {
            page.RequireRoles(Roles.Admin);
        }
    }

    private static async Task<IResult> TellAsync(ServerGauges gauges, MetricsCollector collector, HttpContext context)
    {
        await gauges.ReadAsync(context.RequestAborted);
        return Results.Text(collector.Write(), PrometheusText.ContentType);
    }
}
