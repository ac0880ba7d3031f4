using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Router.Server.Live.Wire;
using Router.Server.Workspaces;

namespace Router.Server.Live;

/// <summary>The live view over SignalR, at <see cref="Path"/>: one method, whose answer is a stream.</summary>
/// <param name="views">The views.</param>
internal sealed class LiveHub(LiveViews views) : Hub
{
    /// <summary>Where it is.</summary>
    public const string Path = "/hubs/live";

    private const string WorkspaceClaim = "workspace";

    /// <summary>The workspace that a caller sees.</summary>
    /// <param name="caller">The caller.</param>
    public static string WorkspaceOf(ClaimsPrincipal? caller) => caller?.FindFirstValue(WorkspaceClaim) ?? WorkspaceId.Default;

    /// <summary>Watches the caller's workspace until he ends the stream or the connection: first everything, then what has changed.</summary>
    /// <param name="cancel">He has ended it.</param>
    public IAsyncEnumerable<LiveFrame> Watch(CancellationToken cancel) => views.Find(WorkspaceOf(Context.User))!.WatchAsync(cancel);
}
