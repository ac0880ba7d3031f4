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

    /// <summary>The claim that names the caller's workspace.</summary>
    public const string WorkspaceClaim = "workspace";

    /// <summary>Watches the caller's workspace until he ends the stream or the connection: first everything, then what has changed.</summary>
    /// <param name="cancel">He has ended it.</param>
    /// <exception cref="HubException">There is no such workspace.</exception>
    public IAsyncEnumerable<LiveFrame> Watch(CancellationToken cancel)
    {
        var id = Context.User?.FindFirstValue(WorkspaceClaim) ?? WorkspaceId.Default;
        return views.Find(id)?.WatchAsync(cancel) ?? throw new HubException($"There is no workspace '{id}': an admin has to create it.");
    }
}
