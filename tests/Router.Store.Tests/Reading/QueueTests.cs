using Router.Engine.Events;
using Router.Engine.Tickets;
using Router.Store.Tests.Support;
using StackExchange.Redis;

namespace Router.Store.Tests.Reading;

/// <summary>The queues in plain sight of redis-cli.</summary>
public sealed class QueueTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task Queue_HoldsTheWaitingTicketsByDueTime()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(
            Batches.Ticket("late") with { DueAt = Batches.Noon + 2 },
            Batches.Ticket("early") with { DueAt = Batches.Noon + 1 },
            Batches.Ticket("sales", queue: "sales"),
            Batches.Ticket("later", TicketState.Scheduled)));
        await workspace.CommitAsync(Batches.With(Batches.Ticket("early", TicketState.Offered) with { DueAt = Batches.Noon + 1 }));

        Assert.Equal(["early", "late"], await NamesAsync(workspace, "service"));
        Assert.Equal(["sales"], await NamesAsync(workspace, "sales"));
        Assert.Equal(Batches.Noon + 1, await fixture.Database.SortedSetScoreAsync(workspace.Keys.Queue("service"), "early"));

        await workspace.CommitAsync(Batches.With(
            Batches.Ticket("early", TicketState.Assigned),
            Batches.Ticket("late", TicketState.Abandoned)));

        Assert.Empty(await NamesAsync(workspace, "service"));
    }

    [Fact]
    public async Task CommitAsync_OfATransfer_MovesTheTicketToTheOtherQueueAndKeepsWhatItAsksNow()
    {
        var workspace = await fixture.OwnAsync();
        var before = Batches.Ticket("t1");
        await workspace.CommitAsync(Batches.With(before) with
        {
            Policies = Batches.WithPolicies(
                Engine.Policies.WorkspacePolicy.Initial with { Queues = [new() { Name = "sales" }, new() { Name = "service" }] }).Policies,
        });
        var after = Batches.Ticket("t1", queue: "sales");

        await workspace.CommitAsync(Batches.With(after) with
        {
            Facts =
            [
                Batches.About(before, Batches.Numbered(new TicketTransferred("t1", 1, "anna", "sales", 1, 0, 0), 1)),
                Batches.About(after, Batches.Numbered(new TicketEntered("t1", 1, EntryCause.Transferred, 1, 1, Estimate.Unknown, false, 1), 2)),
            ],
        });

        Assert.Empty(await NamesAsync(workspace, "service"));
        Assert.Equal(["t1"], await NamesAsync(workspace, "sales"));
        var loaded = (await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None)).Record.Tickets.Single();
        Assert.Equal(("sales", "sales"), (loaded.Content.Queue, loaded.Steps[0].Requirement.Queue));
    }

    [Fact]
    public async Task LoadAsync_UndoesWhatAHandChanged()
    {
        var workspace = await fixture.OwnAsync();
        var tickets = Enumerable.Range(0, 12_000).Select(i => Batches.Ticket($"t{i:00000}") with { Counter = i + 1, DueAt = Batches.Noon + i });
        await workspace.CommitAsync(Batches.With([.. tickets]) with
        {
            Policies = Batches.WithPolicies(
                Engine.Policies.WorkspacePolicy.Initial with { Queues = [new() { Name = "empty" }, new() { Name = "service" }] }).Policies,
        });
        await fixture.Database.SortedSetRemoveAsync(workspace.Keys.Queue("service"), "t00007");
        await fixture.Database.SortedSetAddAsync(workspace.Keys.Queue("service"), "by-hand", 1);
        await fixture.Database.SortedSetAddAsync(workspace.Keys.Queue("empty"), "by-hand", 1);

        await workspace.LoadAsync();

        var names = await NamesAsync(workspace, "service");
        Assert.Equal(12_000, names.Length);
        Assert.Equal("t00007", names[7]);
        Assert.Empty(await NamesAsync(workspace, "empty"));
    }

    [Fact]
    public async Task CommitAsync_AfterALoad_TakesOutWhatWaitedBefore()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("first"), Batches.Ticket("second")));
        await workspace.LoadAsync();
        await workspace.CommitAsync(Batches.With(
            Batches.Ticket("first", TicketState.Assigned),
            Batches.Ticket("second") with { DueAt = Batches.Noon }));

        Assert.Equal(["second"], await NamesAsync(workspace, "service"));
        Assert.Equal(Batches.Noon, await fixture.Database.SortedSetScoreAsync(workspace.Keys.Queue("service"), "second"));

        await workspace.CommitAsync(Batches.With(Batches.Ticket("second", queue: "sales"), Batches.Ticket("first")));

        Assert.Equal(["first"], await NamesAsync(workspace, "service"));
        Assert.Equal(["second"], await NamesAsync(workspace, "sales"));
    }

    private async Task<string[]> NamesAsync(WorkspaceUnderTest workspace, string queue) =>
        [.. (await fixture.Database.SortedSetRangeByRankAsync(workspace.Keys.Queue(queue), order: Order.Ascending)).Select(n => (string)n!)];
}
