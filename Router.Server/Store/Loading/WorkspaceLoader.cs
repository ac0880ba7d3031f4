using Google.Protobuf;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.Codecs;
using Router.Server.Store.Commits;
using Router.Server.Store.Connections;
using Router.Server.Store.Reading;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Loading;

/// <summary>Reads all that was saved of a workspace.</summary>
internal sealed class WorkspaceLoader(RedisConnection connection, WorkspaceKeys keys, TimeProvider time)
{
    // The writer's clock named the buckets, and may have been a little ahead of ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <exception cref="StoreRefusedException">A newer server wrote it.</exception>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<LoadedWorkspace> LoadAsync(CancellationToken cancel)
    {
        var fields = await RedisConnection.GuardAsync(
            connection.Database.HashGetAllAsync(keys.Meta, CommandFlags.DemandMaster), "loading meta", cancel);
        var meta = fields.ToDictionary(f => (string)f.Name!, f => f.Value);
        CheckFormat(meta);
        var now = time.GetUtcNow();
        return new LoadedWorkspace
        {
            Record = new WorkspaceRecord
            {
                Meta = meta.TryGetValue("state", out var state)
                    ? WorkspaceCodec.FromStored(StoredMeta.Parser.ParseFrom((byte[])state!))
                    : new MetaRecord(),
                Policy = await LoadPolicyAsync(cancel),
                Agents = await LoadAsync(keys.Agents, StoredAgent.Parser, AgentCodec.FromStored, cancel),
                Tickets = await LoadAsync(keys.Tickets, StoredTicket.Parser, TicketCodec.FromStored, cancel),
                WaitClasses = await LoadAsync(keys.Estimates, StoredWaitClass.Parser, WorkspaceCodec.FromStored, cancel),
            },
            Sequence = Number(meta, "sequence"),
            Term = Number(meta, "term"),
            Relayed = meta.ContainsKey("relay_number")
                ? new EventPosition(Number(meta, "relay_term"), Number(meta, "relay_number"))
                : null,
            Requests = await LoadRequestsAsync(now, cancel),
            Submits = await LoadSubmitsAsync(now, cancel),
        };
    }

    private void CheckFormat(Dictionary<string, RedisValue> meta)
    {
        var format = Number(meta, "format");
        if (format > StoreFormat.Current)
        {
            throw new StoreRefusedException(
                $"The workspace {keys.Workspace} was saved in format {format} by a newer server; this one reads up to "
                + $"{StoreFormat.Current}: start a newer server.");
        }
    }

    private async Task<WorkspacePolicy> LoadPolicyAsync(CancellationToken cancel)
    {
        var version = await RedisConnection.GuardAsync(
            connection.Database.HashGetAsync(keys.Policy, "current", CommandFlags.DemandMaster), "loading the policy", cancel);
        if (version.IsNull)
        {
            return WorkspacePolicy.Initial;
        }

        var stored = await RedisConnection.GuardAsync(
            connection.Database.HashGetAsync(keys.Policy, version, CommandFlags.DemandMaster), "loading the policy", cancel);
        return PolicyCodec.FromStored(StoredPolicyVersion.Parser.ParseFrom((byte[])stored!).Policy);
    }

    private async Task<IReadOnlyCollection<TRecord>> LoadAsync<TStored, TRecord>(
        string key, MessageParser<TStored> parser, Func<TStored, TRecord> convert, CancellationToken cancel)
        where TStored : IMessage<TStored>
    {
        var read = await HashPages.ReadAsync(connection, key, bytes => convert(parser.ParseFrom(bytes)), cancel);
        return read.Values;
    }

    private async Task<List<KeptRequest>> LoadRequestsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var requests = new List<KeptRequest>();
        foreach (var key in Buckets(now, Lifetimes.Answered, TimeSpan.FromMinutes(10), keys.Answered))
        {
            foreach (var (field, stored) in await HashPages.ReadAsync(connection, key, StoredRequest.Parser.ParseFrom, cancel))
            {
                var name = ((string)field!).Split('\n');
                requests.Add(new KeptRequest(
                    name[0],
                    name[1],
                    HashBytes.Read(stored.ContentHash.Span),
                    OutcomeCodec.FromStored(stored.Outcome),
                    stored.At));
            }
        }

        return requests;
    }

    private async Task<List<KeptSubmit>> LoadSubmitsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var submits = new List<KeptSubmit>();
        foreach (var key in Buckets(now, Lifetimes.Submitted, TimeSpan.FromHours(1), keys.Submitted))
        {
            foreach (var (field, stored) in await HashPages.ReadAsync(connection, key, StoredSubmit.Parser.ParseFrom, cancel))
            {
                submits.Add(new KeptSubmit(HashBytes.Read((byte[])field!), stored.TicketId, stored.ContentHash.Memory, stored.At));
            }
        }

        return submits;
    }

    private static IEnumerable<string> Buckets(DateTimeOffset now, TimeSpan lifetime, TimeSpan size, Func<long, string> name)
    {
        var names = new List<string>();
        for (var at = now - lifetime - size; at <= now + ClockSkew + size; at += size)
        {
            names.Add(name(at.ToUnixTimeMilliseconds()));
        }

        return names.Distinct();
    }

    private static long Number(Dictionary<string, RedisValue> meta, string field) =>
        meta.TryGetValue(field, out var value) ? (long)value : 0;
}
