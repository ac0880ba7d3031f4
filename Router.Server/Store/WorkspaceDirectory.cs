using Google.Protobuf;
using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store;

/// <summary>The workspaces there are.</summary>
public sealed class WorkspaceDirectory
{
    private readonly RedisConnection _connection;

    internal WorkspaceDirectory(RedisConnection connection) => _connection = connection;

    /// <summary>All of them, by id.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<WorkspaceEntry>> ListAsync(CancellationToken cancel)
    {
        var entries = await RedisConnection.GuardAsync(
            _connection.Database.HashGetAllAsync(WorkspaceKeys.Workspaces, CommandFlags.DemandMaster), "listing workspaces", cancel);
        return
        [
            .. entries
                .Select(e => (Id: (string)e.Name!, Stored: StoredWorkspace.Parser.ParseFrom((byte[])e.Value!)))
                .Select(e => new WorkspaceEntry(e.Id, e.Stored.DisplayName, e.Stored.CreatedAt))
                .OrderBy(e => e.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds one.</summary>
    /// <param name="entry">The workspace.</param>
    /// <param name="cancel">Stops waiting; it may be added all the same.</param>
    /// <returns>Whether it is new; if not, nothing has changed.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public Task<bool> AddAsync(WorkspaceEntry entry, CancellationToken cancel)
    {
        var stored = new StoredWorkspace
        {
            DisplayName = entry.DisplayName,
            CreatedAt = entry.CreatedAt,
            State = StoredWorkspaceState.Active,
        };
        return RedisConnection.GuardAsync(
            _connection.Database.HashSetAsync(WorkspaceKeys.Workspaces, entry.Id, stored.ToByteArray(), When.NotExists),
            "adding a workspace",
            cancel);
    }
}
