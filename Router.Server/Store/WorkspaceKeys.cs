using System.Globalization;
using Router.Server.Statistics;

namespace Router.Server.Store;

/// <summary>
/// The names of all keys in Redis; docs/redis.md says what is in them. The braces make a workspace one slot of a Redis Cluster.
/// </summary>
public sealed class WorkspaceKeys
{
    /// <summary>The workspaces there are, outside any workspace.</summary>
    public const string Workspaces = "router:workspaces";

    /// <summary>Every kind of key: its name after <c>router:{workspace}:</c>, with what varies in angle brackets, and its Redis type.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["owner"] = "hash",
        ["meta"] = "hash",
        ["tickets"] = "hash",
        ["queue:<name>"] = "zset",
        ["contents"] = "hash",
        ["agents"] = "hash",
        ["profiles"] = "hash",
        ["policy"] = "hash",
        ["estimates"] = "hash",
        ["customers"] = "hash",
        ["known"] = "hash",
        ["closed"] = "zset",
        ["closed:<day>"] = "hash",
        ["closings:<day>"] = "stream",
        ["idem:<hour>"] = "hash",
        ["requests:<10 min>"] = "hash",
        ["buckets"] = "zset",
        ["messages:<id>"] = "stream",
        ["events"] = "stream",
        ["stats:<interval>"] = "hash",
        ["stats:minute:<minute>"] = "hash",
        ["stats:day:<day>"] = "hash",
        ["stats:agents:<hour>"] = "hash",
        ["stats:counted"] = "hash",
    };

    /// <summary>What the names of keys with submits begin with.</summary>
    public const string SubmittedKind = "idem:";

    /// <summary>What the names of keys with answers begin with.</summary>
    public const string AnsweredKind = "requests:";

    /// <summary>How long submits go into one key.</summary>
    public static readonly TimeSpan SubmittedBucket = TimeSpan.FromHours(1);

    /// <summary>How long answers go into one key.</summary>
    public static readonly TimeSpan AnsweredBucket = TimeSpan.FromMinutes(10);

    private const string Hour = "yyyy-MM-dd'T'HH";
    private const string Minute = "yyyy-MM-dd'T'HH:mm";

    private readonly string _prefix;

    /// <summary>Names the keys of a workspace.</summary>
    /// <param name="workspace">Its id.</param>
    public WorkspaceKeys(string workspace)
    {
        Workspace = workspace;
        _prefix = $"router:{{{workspace}}}:";
        Owner = _prefix + "owner";
        Meta = _prefix + "meta";
        Tickets = _prefix + "tickets";
        Contents = _prefix + "contents";
        Agents = _prefix + "agents";
        Profiles = _prefix + "profiles";
        Policy = _prefix + "policy";
        Estimates = _prefix + "estimates";
        Customers = _prefix + "customers";
        Known = _prefix + "known";
        ClosedDays = _prefix + "closed";
        Buckets = _prefix + "buckets";
        Events = _prefix + "events";
        Counted = _prefix + "stats:counted";
    }

    /// <summary>The workspace's id.</summary>
    public string Workspace { get; }

    /// <summary>Who owns the workspace.</summary>
    public string Owner { get; }

    /// <summary>The last batch, counters, the relay's cursor.</summary>
    public string Meta { get; }

    /// <summary>Open tickets: what of them changes.</summary>
    public string Tickets { get; }

    /// <summary>Open tickets: what of them never changes.</summary>
    public string Contents { get; }

    /// <summary>Agents' sessions.</summary>
    public string Agents { get; }

    /// <summary>Agents' profiles.</summary>
    public string Profiles { get; }

    /// <summary>Versions of the policy.</summary>
    public string Policy { get; }

    /// <summary>State of the estimator.</summary>
    public string Estimates { get; }

    /// <summary>The last tickets of each customer.</summary>
    public string Customers { get; }

    /// <summary>What is remembered of customers for their next ticket.</summary>
    public string Known { get; }

    /// <summary>The days of which closed tickets are kept.</summary>
    public string ClosedDays { get; }

    /// <summary>Which keys of submits and answers there are, by <see cref="NameOf"/>.</summary>
    public string Buckets { get; }

    /// <summary>What happened.</summary>
    public string Events { get; }

    /// <summary>What batches counted for the statistics since that was last folded into the other keys.</summary>
    public string Counted { get; }

    /// <summary>Statistics of one span of time.</summary>
    /// <param name="span">How long it is.</param>
    /// <param name="start">When it begins, engine time in ms.</param>
    public string Statistics(TallySpan span, long start) => _prefix + "stats:" + span switch
    {
        TallySpan.Minute => "minute:" + Text(start, Minute),
        TallySpan.Interval => Text(start, Minute),
        TallySpan.Day => "day:" + Day(start),
        TallySpan.AgentHour => "agents:" + Text(start, Hour),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "No span."),
    };

    /// <summary>The waiting tickets of a queue.</summary>
    /// <param name="name">The queue.</param>
    public string Queue(string name) => _prefix + "queue:" + name;

    /// <summary>The tickets that were closed on a day.</summary>
    /// <param name="day">As <see cref="Day"/> names it.</param>
    public string Closed(string day) => _prefix + "closed:" + day;

    /// <summary>What those tickets are looked for by, in the order in which they were closed.</summary>
    /// <param name="day">As <see cref="Day"/> names it.</param>
    public string Closings(string day) => _prefix + "closings:" + day;

    /// <summary>What was submitted in an hour.</summary>
    /// <param name="realMs">Real time, ms since 1970.</param>
    public string Submitted(long realMs) => _prefix + SubmittedKind + Text(Begin(realMs, SubmittedBucket), Hour);

    /// <summary>What was answered in ten minutes.</summary>
    /// <param name="realMs">Real time, ms since 1970.</param>
    public string Answered(long realMs) => _prefix + AnsweredKind + Text(Begin(realMs, AnsweredBucket), Minute);

    /// <summary>A key without what all keys of the workspace begin with.</summary>
    /// <param name="key">One of its keys.</param>
    public string NameOf(string key) => key[_prefix.Length..];

    /// <summary>The key of a name.</summary>
    /// <param name="name">As <see cref="NameOf"/> gives it.</param>
    public string KeyOf(string name) => _prefix + name;

    /// <summary>The conversation of a ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    public string Messages(string ticketId) => _prefix + "messages:" + ticketId;

    /// <summary>The name of a day (UTC), as part of a key.</summary>
    /// <param name="engineMs">Engine time, ms since 1970.</param>
    public static string Day(long engineMs) => Text(engineMs, "yyyy-MM-dd");

    private static long Begin(long realMs, TimeSpan bucket) => realMs - (realMs % (long)bucket.TotalMilliseconds);

    private static string Text(long ms, string format) =>
        DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString(format, CultureInfo.InvariantCulture);
}
