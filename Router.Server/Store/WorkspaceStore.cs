using System.Security.Cryptography;
using Router.Server.Store.Commits;
using Router.Server.Store.Connections;
using Router.Server.Store.Loading;
using Router.Server.Store.Ownership;
using Router.Server.Store.Reading;
using StackExchange.Redis;

namespace Router.Server.Store;

/// <summary>The store of one workspace: owning it, loading it, committing to it, and what is read beside its loop.</summary>
public sealed class WorkspaceStore
{
    private const int TokenBytes = 16;

    // What one call may drop at most, so that Redis serves others in between.
    private const int TrimmedPerCall = 100_000;

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);
    private static readonly long LeaseMs = (long)Claim.Lease.TotalMilliseconds;

    private readonly RedisConnection _connection;
    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly WorkspaceKeys _keys;
    private bool _hasCommitted;

    internal WorkspaceStore(RedisConnection connection, WorkspaceKeys keys, RedisOptions options, TimeProvider time)
    {
        _connection = connection;
        _keys = keys;
        _options = options;
        _time = time;
        Events = new EventLog(connection, keys);
        Conversations = new Conversations(connection, keys);
        ClosedTickets = new ClosedTickets(connection, keys);
        Closings = new Closings(connection, keys);
        Customers = new Customers(connection, keys);
        Policies = new PolicyVersions(connection, keys);
        Statistics = new StatisticsReader(connection, keys);
    }

    /// <summary>The workspace's id.</summary>
    public string Workspace => _keys.Workspace;

    /// <summary>What happened.</summary>
    public EventLog Events { get; }

    /// <summary>Messages.</summary>
    public Conversations Conversations { get; }

    /// <summary>Tickets that are over.</summary>
    public ClosedTickets ClosedTickets { get; }

    /// <summary>What these are looked for by.</summary>
    public Closings Closings { get; }

    /// <summary>What is kept of customers.</summary>
    public Customers Customers { get; }

    /// <summary>The versions of the policy.</summary>
    public PolicyVersions Policies { get; }

    /// <summary>What was counted, as far as it is folded.</summary>
    public StatisticsReader Statistics { get; }

    /// <summary>Becomes the owner, once nobody else is.</summary>
    /// <param name="node">This server's name, for whoever wants the workspace meanwhile.</param>
    /// <param name="address">Where this server is reached.</param>
    /// <param name="previous">This server's own claim that may still run, or null: it is not waited for.</param>
    /// <param name="onHeld">Told of each refusal, or null.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer, or holds nothing of a workspace that this server has written.</exception>
    public async Task<Claim> ClaimAsync(
        string node, string address, Claim? previous, Action<Holder>? onHeld, CancellationToken cancel)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        while (true)
        {
            var sentAt = _time.GetTimestamp();
            var answer = await _connection.CallAsync(
                "claim",
                OwnerKeys,
                [token, node, address, LeaseMs, _hasCommitted, previous?.Token ?? ""],
                onReplicaToo: true,
                cancel);
            switch ((string)answer[0]!)
            {
                case "claimed":
                    return new Claim((long)answer[1], token, _time, sentAt);
                case "empty":
                    throw WrongServer();
            }

            var left = TimeSpan.FromMilliseconds((long)answer[1]);
            onHeld?.Invoke(new Holder((string)answer[2]!, (string)answer[3]!, left));
            await Task.Delay(left < AskAgain ? left : AskAgain, _time, cancel);
        }
    }

    /// <summary>Renews the lease; to be called every second in which nothing was committed.</summary>
    /// <param name="claim">The owner's.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<LeaseState> RenewAsync(Claim claim, CancellationToken cancel)
    {
        if (claim.HasLapsed)
        {
            return LeaseState.Lapsed;
        }

        var sentAt = _time.GetTimestamp();
        var answer = await _connection.CallAsync("renew", OwnerKeys, [claim.Term, claim.Token, LeaseMs], onReplicaToo: false, cancel);
        var state = Enum.Parse<LeaseState>((string)answer[0]!, ignoreCase: true);
        if (state == LeaseState.Renewed)
        {
            claim.Renewed(sentAt);
        }
        else
        {
            claim.Lapsed();
        }

        return state;
    }

    /// <summary>Gives the workspace free for the next owner at once.</summary>
    /// <param name="claim">The owner's; of no use afterwards.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<LeaseState> ReleaseAsync(Claim claim, CancellationToken cancel)
    {
        claim.Lapsed();
        var answer = await _connection.CallAsync("release", OwnerKeys, [claim.Term, claim.Token], onReplicaToo: false, cancel);
        return Enum.Parse<LeaseState>((string)answer[0]!, ignoreCase: true);
    }

    /// <summary>Reads all that was saved, and writes anew what is derived from it.</summary>
    /// <param name="claim">The owner's.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StoreRefusedException">A newer server wrote it.</exception>
    /// <exception cref="StoreUnavailableException">Redis did not answer, or the workspace is no longer this owner's.</exception>
    public async Task<LoadedWorkspace> LoadAsync(Claim claim, CancellationToken cancel)
    {
        var loaded = await new WorkspaceLoader(_connection, _keys, _time).LoadAsync(cancel);
        foreach (var (payload, keys) in QueueRebuild.Calls(_keys, loaded.Record))
        {
            var answer = await _connection.CallAsync("derive", keys, [claim.Term, claim.Token, payload], onReplicaToo: false, cancel);
            if ((string)answer[0]! != "applied")
            {
                throw new StoreUnavailableException($"The workspace {Workspace} got another owner while it was loaded.");
            }
        }

        return loaded;
    }

    /// <summary>Saves a batch as a whole, or finds that it is saved. Renews the lease, unless that has lapsed.</summary>
    /// <param name="batch">The batch; on an exception it is to be sent again as it is.</param>
    /// <param name="claim">The owner's.</param>
    /// <param name="cancel">Stops waiting; the batch may be saved all the same.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer, a replica did not confirm, or this is not the Redis it was.</exception>
    public async Task<CommitAnswer> CommitAsync(PreparedBatch batch, Claim claim, CancellationToken cancel)
    {
        var sentAt = _time.GetTimestamp();
        batch.Sent();
        var answer = await _connection.CallAsync(
            "commit",
            batch.Keys,
            [claim.Term, claim.Token, LeaseMs, batch.Sequence, batch.Hash, StoreFormat.Current, batch.Payload],
            onReplicaToo: true,
            cancel);
        batch.Answered();
        if ((long)answer[1] == 1)
        {
            claim.Renewed(sentAt);
        }
        else
        {
            claim.Lapsed();
        }

        switch ((string)answer[0]!)
        {
            case "applied":
                _hasCommitted = true;
                return CommitAnswer.Applied;
            case "done":
                _hasCommitted = true;
                return CommitAnswer.Done;
            case "fenced":
                return CommitAnswer.Fenced;
            default:
                return (long)answer[3] == 1 && _hasCommitted ? throw WrongServer() : CommitAnswer.Gap;
        }
    }

    /// <summary>The last event that was relayed, or null.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<EventPosition?> RelayedAsync(CancellationToken cancel)
    {
        var kept = await RedisConnection.GuardAsync(
            _connection.Database.HashGetAsync(_keys.Meta, ["relay_term", "relay_number"], CommandFlags.DemandMaster), "reading the relay's cursor", cancel);
        return kept[1].IsNull ? null : new EventPosition((long)kept[0], (long)kept[1]);
    }

    /// <summary>Says that the events up to one have been relayed. Never goes back.</summary>
    /// <param name="claim">The owner's.</param>
    /// <param name="relayed">The last event relayed.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns><see cref="CommitAnswer.Applied"/>, or why not.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<CommitAnswer> MoveRelayedAsync(Claim claim, EventPosition relayed, CancellationToken cancel)
    {
        var answer = await _connection.CallAsync(
            "cursor", OwnerKeys, [claim.Term, claim.Token, relayed.Term, relayed.Number], onReplicaToo: false, cancel);
        return Enum.Parse<CommitAnswer>((string)answer[0]!, ignoreCase: true);
    }

    /// <summary>Drops old events that were relayed: those beyond the number and the days that are kept. To be called now and then.</summary>
    /// <param name="claim">The owner's.</param>
    /// <param name="newest">The last event's number.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>How many batches of events were dropped; 0 also when the workspace is no longer this owner's.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<long> TrimEventsAsync(Claim claim, long newest, CancellationToken cancel)
    {
        var oldestTime = _time.GetUtcNow().AddDays(-_options.EventsKeptDays).ToUnixTimeMilliseconds();
        var answer = await _connection.CallAsync(
            "trim",
            [_keys.Owner, _keys.Meta, _keys.Events],
            [claim.Term, claim.Token, Math.Max(0, newest - _options.EventsKept + 1), oldestTime, TrimmedPerCall],
            onReplicaToo: false,
            cancel);
        return (long)answer[1];
    }

    private string[] OwnerKeys => [_keys.Owner, _keys.Meta];

    private StoreUnavailableException WrongServer() => new(
        $"Redis holds nothing of the workspace {Workspace}, which this server has written: this is another or an emptied Redis. "
        + "Bring the data back; or restart the server to begin anew.");
}
