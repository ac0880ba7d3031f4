using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.Codecs;
using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Reads the versions of the policy, all of which are kept.</summary>
public sealed class PolicyVersions
{
    private readonly RedisConnection _connection;
    private readonly WorkspaceKeys _keys;

    internal PolicyVersions(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _keys = keys;
    }

    /// <summary>Some versions that follow each other, the newest first. Nobody published version 1, with which a workspace begins.</summary>
    /// <param name="newest">The newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<PublishedPolicy>> ReadAsync(long newest, int count, CancellationToken cancel)
    {
        var versions = Enumerable.Range(0, count).Select(i => newest - i).Where(v => v > WorkspacePolicy.Initial.Version).ToList();
        var stored = await RedisConnection.GuardAsync(
            _connection.Database.HashGetAsync(_keys.Policy, [.. versions.Select(v => (RedisValue)v)], CommandFlags.DemandMaster),
            "reading versions of the policy",
            cancel);
        var read = stored.Where(s => !s.IsNull)
            .Select(s => PolicyCodec.FromStored(StoredPolicyVersion.Parser.ParseFrom((byte[])s!)));
        return newest >= WorkspacePolicy.Initial.Version && versions.Count < count
            ? [.. read, new PublishedPolicy(WorkspacePolicy.Initial, 0, null)]
            : [.. read];
    }

    /// <summary>One version, or null when it was never published.</summary>
    /// <param name="version">Its number.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<PublishedPolicy?> FindAsync(long version, CancellationToken cancel) =>
        await ReadAsync(version, 1, cancel) is [var found, ..] ? found : null;
}
