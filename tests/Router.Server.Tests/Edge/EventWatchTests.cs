using Grpc.Core;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Server.Tests.Edge;

/// <summary>Events from any position: all, in order, each once, or a refusal that says from where.</summary>
public sealed class EventWatchTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private readonly Dictionary<TestCaller, string> _ids = [];

    [Fact]
    public async Task A_replay_from_the_start_goes_on_with_what_happens()
    {
        using var own = await OwnWorkspaceAsync();
        await SubmitAsync(own, 3);
        var past = await ReplayAsync(own, new());
        using var watch = own.Events.Watch(new());

        var replayed = await NextAsync(watch, past.Count);
        await SubmitAsync(own, 2, "later");
        var followed = await NextAsync(watch, 2);

        Assert.Equal(past, replayed);
        Assert.Equal(V1.Event.FactOneofCase.OwnerStarted, past[0].FactCase);
        Assert.Equal(Enumerable.Range(1, past.Count + 2), replayed.Concat(followed).Select(e => (int)e.Position.Number));
        Assert.Equal(3, past.Count(e => e.FactCase == V1.Event.FactOneofCase.TicketEntered));
        Assert.Equal(await ReplayAsync(own, new() { After = past[^1].Position }), followed);
    }

    [Fact]
    public async Task Every_position_is_one_to_begin_after()
    {
        using var own = await OwnWorkspaceAsync();
        await SubmitAsync(own, 2);
        var all = await ReplayAsync(own, new());

        for (var i = 0; i < all.Count; i++)
        {
            Assert.Equal(all.Skip(i + 1), await ReplayAsync(own, new() { After = all[i].Position }));
        }

        Assert.Equal(all, await ReplayAsync(own, new() { After = new() }));
        Assert.Empty(await ReplayAsync(own, new() { OnlyNew = true }));
    }

    [Fact]
    public async Task A_position_that_is_no_longer_kept_is_refused_and_names_the_oldest_and_newest_kept()
    {
        using var own = await OwnWorkspaceAsync();
        await SubmitAsync(own, 3);
        var all = await ReplayAsync(own, new());
        await TrimAsync(own, batches: 2);

        var kept = await ReplayAsync(own, new());
        var told = await ToldAsync(own, new() { After = all[0].Position });

        Assert.InRange(kept.Count, 1, all.Count - 3);
        Assert.Equal(all.TakeLast(kept.Count), kept);
        Assert.Equal((StatusCode.OutOfRange, "POSITION_TRIMMED", "after"), (told.Code, told.Reason, told.Field));
        Assert.Equal((Text(kept[0]), Text(kept[^1])), (told.Metadata["oldest"], told.Metadata["newest"]));
        Assert.Contains($"begin with the oldest that is, {Text(kept[0])}", told.Message, StringComparison.Ordinal);
        Assert.Equal("POSITION_TRIMMED", (await ToldAsync(own, new() { After = new() })).Reason);
        Assert.Equal(kept, await ReplayAsync(own, new() { After = all[^(kept.Count + 1)].Position }));
    }

    [Fact]
    public async Task Without_any_event_kept_the_newest_position_is_still_one_to_follow_from()
    {
        using var own = await OwnWorkspaceAsync();
        var all = await ReplayAsync(own, new());
        await TrimAsync(own, batches: 0);

        var told = await ToldAsync(own, new() { After = all[0].Position });
        using var watch = own.Events.Watch(new() { After = all[^1].Position });
        await SubmitAsync(own, 1);

        Assert.Equal(("POSITION_TRIMMED", "none", "none"), (told.Reason, told.Metadata["oldest"], told.Metadata["newest"]));
        Assert.Equal(all[^1].Position.Number + 1, (await NextAsync(watch, 1))[0].Position.Number);
    }

    [Fact]
    public async Task A_position_that_never_was_is_refused_and_names_the_oldest_and_newest_kept()
    {
        using var own = await OwnWorkspaceAsync();
        var all = await ReplayAsync(own, new());
        var newest = all[^1].Position;
        V1.EventPosition[] unknown =
        [
            new() { Term = newest.Term, Number = newest.Number + 1 },
            new() { Term = newest.Term, Number = long.MaxValue },
            new() { Term = newest.Term - 1, Number = newest.Number },
            new() { Term = newest.Term + 1, Number = newest.Number },
            new() { Number = newest.Number },
        ];
        foreach (var position in unknown)
        {
            var told = await ToldAsync(own, new() { After = position });

            Assert.Equal((StatusCode.OutOfRange, "POSITION_UNKNOWN", "after"), (told.Code, told.Reason, told.Field));
            Assert.Equal((Text(all[0]), Text(all[^1])), (told.Metadata["oldest"], told.Metadata["newest"]));
            Assert.Contains($"{position.Term}:{position.Number}", told.Message, StringComparison.Ordinal);
        }

        var negative = await ToldAsync(own, new() { After = new() { Term = newest.Term, Number = -1 } });
        Assert.Equal((StatusCode.InvalidArgument, "OUT_OF_RANGE", "after.number"), (negative.Code, negative.Reason, negative.Field));
    }

    [Fact]
    public async Task Events_stay_in_their_workspace()
    {
        using var own = await OwnWorkspaceAsync();
        using var other = await OwnWorkspaceAsync();
        using var watch = own.Events.Watch(new() { OnlyNew = true });
        using var integration = TestCaller.As(server.Server, "integration", claims: new() { ["workspace"] = IdOf(other) });
        using var stranger = new TestCaller(
            server.Server.GrpcAddress, TestKey.Token("integration", claims: new() { ["workspace"] = IdOf(other) }), IdOf(own));
        using var nowhere = TestCaller.As(server.Server, "integration", claims: new() { ["workspace"] = "nowhere" });

        await SubmitAsync(other, 1);
        await SubmitAsync(own, 1);

        Assert.All(await ReplayAsync(integration, new()), e => Assert.Equal(IdOf(other), e.Workspace));
        Assert.Equal(IdOf(own), (await NextAsync(watch, 1))[0].Workspace);
        Assert.Equal("NOT_ALLOWED", (await ToldAsync(stranger, new())).Reason);
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_WORKSPACE"), await CodeAsync(nowhere));
        var foreign = (await ReplayAsync(own, new()))[^1].Position;
        Assert.Equal("POSITION_UNKNOWN", (await ToldAsync(integration, new() { After = foreign })).Reason);
    }

    private string IdOf(TestCaller caller) => _ids[caller];

    private async Task<TestCaller> OwnWorkspaceAsync()
    {
        var id = $"events-{Guid.NewGuid():N}";
        await server.Admin.Supervisors.CreateWorkspaceAsync(new() { Workspace = id });
        var caller = TestCaller.As(server.Server, "admin", claims: new() { ["workspace"] = id });
        await caller.Supervisors.PutQueueAsync(new() { Queue = new() { Name = "service", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } } });
        await caller.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "anna" } });
        _ids[caller] = id;
        return caller;
    }

    private static async Task SubmitAsync(TestCaller caller, int count, string prefix = "")
    {
        for (var i = 0; i < count; i++)
        {
            await caller.Tickets.SubmitAsync(new() { Source = "test", ExternalId = $"{prefix}{i}", Channel = "call", Queue = "service" });
        }
    }

    private async Task TrimAsync(TestCaller caller, int batches)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server.Server.Redis.Endpoint);
        await redis.GetDatabase().StreamTrimAsync($"router:{{{IdOf(caller)}}}:events", batches);
    }

    private static async Task<List<V1.Event>> ReplayAsync(TestCaller caller, V1.WatchEventsRequest request)
    {
        request.EndAtNewest = true;
        using var watch = caller.Events.Watch(request);
        var events = new List<V1.Event>();
        while (await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), "an event or the end of the replay"))
        {
            events.Add(watch.ResponseStream.Current);
        }

        return events;
    }

    private static async Task<List<V1.Event>> NextAsync(AsyncServerStreamingCall<V1.Event> watch, int count)
    {
        var events = new List<V1.Event>();
        while (events.Count < count)
        {
            Assert.True(await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), $"event {events.Count + 1} of {count}"));
            events.Add(watch.ResponseStream.Current);
        }

        return events;
    }

    private static async Task<Told> ToldAsync(TestCaller caller, V1.WatchEventsRequest request)
    {
        using var watch = caller.Events.Watch(request);
        return await Told.ByAsync(watch.ResponseStream);
    }

    private static async Task<(StatusCode Code, string Reason)> CodeAsync(TestCaller caller)
    {
        var told = await ToldAsync(caller, new());
        return (told.Code, told.Reason);
    }

    private static string Text(V1.Event at) => $"{at.Position.Term}:{at.Position.Number}";
}
