using Google.Protobuf;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;
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

    /// <exception cref="StoreRefusedException">A newer server wrote it; the message holds nothing of what is saved.</exception>
    /// <exception cref="InvalidDataException">A part of it is missing.</exception>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<LoadedWorkspace> LoadAsync(CancellationToken cancel)
    {
        var fields = await RedisConnection.GuardAsync(
            connection.Database.HashGetAllAsync(keys.Meta, CommandFlags.DemandMaster), "loading meta", cancel);
        var meta = fields.ToDictionary(f => (string)f.Name!, f => f.Value);
        CheckFormat(meta);
        var now = time.GetUtcNow();
        var noted = await LoadBucketsAsync(cancel);
        var counters = meta.TryGetValue("state", out var state)
            ? WorkspaceCodec.FromStored(StoredMeta.Parser.ParseFrom((byte[])state!))
            : new MetaRecord();
        var record = new WorkspaceRecord
        {
            Meta = counters,
            Policy = await LoadPolicyAsync(cancel),
            Agents = await LoadAgentsAsync(cancel),
            Tickets = await LoadTicketsAsync(cancel),
            WaitClasses = await LoadWaitClassesAsync(cancel),
            Customers = await LoadCustomersAsync(cancel),
        };
        return new LoadedWorkspace
        {
            Encoder = new BatchEncoder(keys, record),
            Record = record,
            Sequence = Number(meta, "sequence"),
            Term = Number(meta, "term"),
            Requests = await LoadRequestsAsync(now, noted, cancel),
            Submits = await LoadSubmitsAsync(now, noted, cancel),
            Statistics = await new StatisticsReader(connection, keys).LoadAsync(counters.Now, cancel),
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

    private async Task<List<AgentRecord>> LoadAgentsAsync(CancellationToken cancel)
    {
        var profiles = await HashPages.ReadAsync(connection, keys.Profiles, StoredProfile.Parser.ParseFrom, cancel);
        var agents = await HashPages.ReadAsync(connection, keys.Agents, StoredAgent.Parser.ParseFrom, cancel);
        return [.. agents.Select(agent => AgentCodec.FromStored(agent.Value, Other(profiles, agent.Key, keys.Profiles)))];
    }

    private async Task<List<TicketRecord>> LoadTicketsAsync(CancellationToken cancel)
    {
        var origins = await HashPages.ReadAsync(connection, keys.Contents, StoredOrigin.Parser.ParseFrom, cancel);
        var tickets = await HashPages.ReadAsync(connection, keys.Tickets, StoredTicket.Parser.ParseFrom, cancel);

        // Most tickets share their steps with many others.
        var known = new Dictionary<ByteString, IReadOnlyList<RoutingStep>>();
        return
        [
            .. tickets.Select(ticket => TicketCodec.FromStored(
                ticket.Value, Other(origins, ticket.Key, keys.Contents), bytes => StepsFrom(bytes, known))),
        ];
    }

    private static IReadOnlyList<RoutingStep> StepsFrom(ByteString bytes, Dictionary<ByteString, IReadOnlyList<RoutingStep>> known)
    {
        if (!known.TryGetValue(bytes, out var steps))
        {
            steps = ContentCodec.StepsFrom(bytes);
            known.Add(bytes, steps);
        }

        return steps;
    }

    private static T Other<T>(Dictionary<RedisValue, T> halves, RedisValue id, string key) => halves.TryGetValue(id, out var half)
        ? half
        : throw new InvalidDataException($"{key} has no field {id}: it was taken out by hand; bring it back from a copy.");

    private async Task<List<WaitClassRecord>> LoadWaitClassesAsync(CancellationToken cancel)
    {
        var stored = await HashPages.ReadAsync(connection, keys.Estimates, StoredWaitClass.Parser.ParseFrom, cancel);
        return [.. stored.Values.Select(WorkspaceCodec.FromStored)];
    }

    private async Task<List<CustomerRecord>> LoadCustomersAsync(CancellationToken cancel)
    {
        var stored = await HashPages.ReadAsync(connection, keys.Known, StoredCustomer.Parser.ParseFrom, cancel);
        return [.. stored.Values.Select(CustomerCodec.FromStored)];
    }

    private async Task<List<string>> LoadBucketsAsync(CancellationToken cancel)
    {
        var noted = await RedisConnection.GuardAsync(
            connection.Database.SortedSetRangeByRankAsync(keys.Buckets, flags: CommandFlags.DemandMaster), "loading buckets", cancel);
        return [.. noted.Select(name => (string)name!)];
    }

    private async Task<List<KeptRequest>> LoadRequestsAsync(DateTimeOffset now, IReadOnlyList<string> noted, CancellationToken cancel)
    {
        var requests = new List<KeptRequest>();
        foreach (var key in Buckets(now, noted, WorkspaceKeys.AnsweredKind, Lifetimes.Answered, WorkspaceKeys.AnsweredBucket, keys.Answered))
        {
            var batches = await HashPages.ReadAsync(connection, key, StoredRequests.Parser.ParseFrom, cancel);
            requests.AddRange(batches.Values.SelectMany(RequestCodec.FromStored));
        }

        return requests;
    }

    private async Task<List<KeptSubmit>> LoadSubmitsAsync(DateTimeOffset now, IReadOnlyList<string> noted, CancellationToken cancel)
    {
        var submits = new List<KeptSubmit>();
        foreach (var key in Buckets(now, noted, WorkspaceKeys.SubmittedKind, Lifetimes.Submitted, WorkspaceKeys.SubmittedBucket, keys.Submitted))
        {
            var batches = await HashPages.ReadAsync(connection, key, StoredSubmits.Parser.ParseFrom, cancel);
            submits.AddRange(batches.Values.SelectMany(RequestCodec.FromStored));
        }

        return submits;
    }

    // Those that the writers noted, whatever their clocks were; and those of now, which older servers did not note.
    private IEnumerable<string> Buckets(
        DateTimeOffset now, IReadOnlyList<string> noted, string kind, TimeSpan lifetime, TimeSpan size, Func<long, string> name)
    {
        var names = noted.Where(n => n.StartsWith(kind, StringComparison.Ordinal)).Select(keys.KeyOf).ToList();
        for (var at = now - lifetime - size; at <= now + ClockSkew + size; at += size)
        {
            names.Add(name(at.ToUnixTimeMilliseconds()));
        }

        return names.Distinct();
    }

    private static long Number(Dictionary<string, RedisValue> meta, string field) =>
        meta.TryGetValue(field, out var value) ? (long)value : 0;
}
