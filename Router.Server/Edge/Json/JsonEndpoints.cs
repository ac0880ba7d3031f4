using Router.Server.Edge.Access;
using Router.Server.Edge.Supervision;
using Router.Server.Edge.Tickets;

namespace Router.Server.Edge.Json;

/// <summary>What supervisors ask and do, for browsers, which do not speak gRPC: the same methods, as JSON in a POST.</summary>
internal static class JsonEndpoints
{
    /// <summary>Where all of them are.</summary>
    public const string Root = "/api";

    private static readonly string[] OfTickets = ["Get", "GetConversation"];

    /// <summary>Maps every method of SupervisorService that is no stream, and those that read a ticket, as <c>/api/SERVICE/METHOD</c>. Roles are those of
    /// <see cref="AccessTable"/>.</summary>
    /// <param name="app">The server.</param>
    public static IEndpointConventionBuilder MapJson(this WebApplication app)
    {
        var group = app.MapGroup(Root);
        V1.SupervisorService.BindService(new JsonBinder(group, _ => true), app.Services.GetRequiredService<SupervisorService>());
        V1.TicketService.BindService(new JsonBinder(group, m => OfTickets.Contains(m.Name)), app.Services.GetRequiredService<TicketService>());
        return group;
    }
}
