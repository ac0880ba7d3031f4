using System.Text.RegularExpressions;
using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Statistics;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Functions;
using Router.Server.Store.Reading;
using Router.Store.Tests.Support;

namespace Router.Store.Tests;

/// <summary>docs/redis.md, the file of keys and what a Redis holds after a run say the same.</summary>
public sealed partial class RedisDocTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private static readonly string Doc = File.ReadAllText(FindDoc());

    [Fact]
    public void Doc_NamesEveryKeyWithItsType()
    {
        var told = KeyRow().Matches(Doc).ToDictionary(row => row.Groups["key"].Value, row => Type(row.Groups["type"].Value));

        Assert.Equal("hash", told[WorkspaceKeys.Workspaces]);
        told.Remove(WorkspaceKeys.Workspaces);
        Assert.Equal(WorkspaceKeys.Kinds.OrderBy(k => k.Key, StringComparer.Ordinal), told.OrderBy(k => k.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Doc_NamesEveryFunction()
    {
        var registered = Registered().Matches(FunctionLibrary.Code).Select(match => match.Groups[1].Value);
        var told = FunctionRow().Matches(Doc).SelectMany(row => Name().Matches(row.Value).Select(match => match.Groups[1].Value));

        Assert.Equal(registered.Order(), told.Where(name => !name.Contains("function", StringComparison.Ordinal)).Order());
        Assert.Contains($"`{FunctionLibrary.Name}`", Doc);
    }

    [Fact]
    public void Library_HasTheNameThatTheServerAsksFor() => Assert.StartsWith($"#!lua name={FunctionLibrary.Name}\n", FunctionLibrary.Code);

    [Fact]
    public async Task Redis_AfterARun_HoldsEveryKindOfKeyAndNothingElse()
    {
        await fixture.Store.Workspaces.AddAsync(new WorkspaceEntry("default", "", 1), CancellationToken.None);
        var workspace = await RunAsync();

        var held = new HashSet<string>();
        await foreach (var key in fixture.Raw.GetServers()[0].KeysAsync())
        {
            var type = (await fixture.Database.KeyTypeAsync(key)).ToString().ToLowerInvariant();
            if (key == WorkspaceKeys.Workspaces)
            {
                Assert.Equal("hash", type);
                continue;
            }

            var prefix = $"router:{{{workspace.Store.Workspace}}}:";
            Assert.StartsWith(prefix, key.ToString());
            var kind = WorkspaceKeys.Kinds.Where(k => Pattern(k.Key).IsMatch(key.ToString()[prefix.Length..])).MaxBy(k => Variable().Replace(k.Key, "").Length);
            Assert.NotNull(kind.Key);
            Assert.Equal(kind.Value, Type(type));
            held.Add(kind.Key);
        }

        Assert.Equal(WorkspaceKeys.Kinds.Keys.Order(), held.Order());
    }

    private async Task<WorkspaceUnderTest> RunAsync()
    {
        var workspace = await fixture.OwnAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var done = Batches.Ticket("t2", TicketState.Completed);
        await workspace.CommitAsync(
            Batches.WithFacts(1, 2) with
            {
                Tickets = [Batches.Ticket("t1"), done with { Content = done.Content with { CustomerId = "c1" } }],
                Agents = [new AgentRecord { Profile = new AgentProfile { Id = "anna" }, Number = 1 }],
                Policies = Batches.WithPolicies(WorkspacePolicy.Initial).Policies,
                WaitClasses = [Filled.Make<WaitClassRecord>()],
                Customers = [Filled.Make<CustomerRecord>()],
                Messages = [Filled.Make<Message>()],
            },
            [new KeptRequest("anna", "r", 1, Engine.Outcome.Done(), now)],
            [new KeptSubmit(1, "t1", ReadOnlyMemory<byte>.Empty, now)],
            new StatisticsWrite([Counted(TallySpan.Minute)], [.. Enum.GetValues<TallySpan>().Where(s => s != TallySpan.Unspecified).Select(Counted)]));
        await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 2), CancellationToken.None);
        await workspace.Store.TrimEventsAsync(workspace.Claim, 2, CancellationToken.None);
        await workspace.Store.Conversations.ConfirmAsync(Filled.Make<Message>().TicketId, MessageReader.Adapter, 1, CancellationToken.None);
        await workspace.LoadAsync();
        await workspace.Store.ReleaseAsync(workspace.Claim, CancellationToken.None);
        return workspace;
    }

    private static CountedTally Counted(TallySpan span)
    {
        var tally = new Tally();
        tally.Add(Figure.Entered);
        return new CountedTally(new TallyKey(span, 0, "service", "call", ""), tally);
    }

    // <hour> and <10 min> have colons and dashes, ticket ids may have anything.
    private static Regex Pattern(string kind) => new("^" + Variable().Replace(kind, ".+") + "$");

    private static string Type(string name) => name switch
    {
        "sorted set" or "sortedset" => "zset",
        _ => name,
    };

    private static string FindDoc()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", "redis.md");
    }

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<type>hash|stream|sorted set) \|", RegexOptions.Multiline)]
    private static partial Regex KeyRow();

    [GeneratedRegex(@"^\| (`[a-z]+`(, )?)+ \| [^|]+\|$", RegexOptions.Multiline)]
    private static partial Regex FunctionRow();

    [GeneratedRegex(@"(?<=^\| [^|]*)`([a-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^register\('(\w+)'", RegexOptions.Multiline)]
    private static partial Regex Registered();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Variable();
}
