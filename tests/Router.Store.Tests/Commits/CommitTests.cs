using Router.Engine.Agents;
using Router.Engine.Records;
using Router.Server.Store.Commits;
using Router.Server.Store.Ownership;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Commits;

public sealed class CommitTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task CommitAsync_OfTheNextBatch_IsApplied()
    {
        var workspace = await fixture.OwnAsync();

        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(Batches.Ticket("t1"))));
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(Batches.Ticket("t2"))));
        Assert.Equal(2, (await workspace.LoadAsync()).Sequence);
    }

    [Fact]
    public async Task CommitAsync_OfTheSameBatchAgain_IsDoneAndChangesNothing()
    {
        var workspace = await fixture.OwnAsync();
        using var batch = workspace.Next(Batches.WithFacts(1, 3) with { Tickets = [Batches.Ticket("t1")], Messages = [Filled.Make<Engine.Tickets.Message>()] });
        await workspace.CommitAsync(batch);
        var before = await fixture.DumpAsync(workspace, but: "owner");

        Assert.Equal(CommitAnswer.Done, await workspace.CommitAsync(batch));
        Assert.Equal(CommitAnswer.Done, await workspace.CommitAsync(batch));
        Assert.Equal(before, await fixture.DumpAsync(workspace, but: "owner"));
    }

    [Fact]
    public async Task CommitAsync_OfAnotherBatchWithTheSequenceOfTheLast_IsGap()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        var before = await fixture.DumpAsync(workspace, but: "owner");
        workspace.Sequence = 0;

        Assert.Equal(CommitAnswer.Gap, await workspace.CommitAsync(Batches.With(Batches.Ticket("t2"))));
        Assert.Equal(before, await fixture.DumpAsync(workspace, but: "owner"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task CommitAsync_OutOfSequence_IsGap(long last)
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        workspace.Sequence = last;

        Assert.Equal(CommitAnswer.Gap, await workspace.CommitAsync(Batches.With(Batches.Ticket("t2"))));
    }

    [Fact]
    public async Task CommitAsync_AfterAnotherClaim_IsFencedAndChangesNothing()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        await workspace.Store.ClaimAsync("node-2", "127.0.0.1:2", workspace.Claim, null, CancellationToken.None);
        var before = await fixture.DumpAsync(workspace);

        Assert.Equal(CommitAnswer.Fenced, await workspace.CommitAsync(Batches.With(Batches.Ticket("t2"))));
        Assert.Equal(before, await fixture.DumpAsync(workspace));
        Assert.False(workspace.Claim.MayServe);
    }

    [Fact]
    public async Task CommitAsync_OfALostAnswerUnderANewTerm_IsDone()
    {
        var workspace = await fixture.OwnAsync();
        using var batch = workspace.Next(Batches.WithFacts(1, 1));
        await workspace.CommitAsync(batch);
        workspace.Claim = await workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None);

        Assert.Equal(CommitAnswer.Done, await workspace.CommitAsync(batch));
    }

    [Fact]
    public async Task CommitAsync_WithALapsedLease_IsAppliedWhileNobodyElseHasClaimed()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Database.HashSetAsync(workspace.Keys.Owner, "lease_end", 1);

        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(Batches.Ticket("t1"))));
        Assert.True(workspace.Claim.HasLapsed);
        Assert.Equal(LeaseState.Lapsed, await workspace.Store.RenewAsync(workspace.Claim, CancellationToken.None));
        Assert.Equal(1, (long)await fixture.Database.HashGetAsync(workspace.Keys.Owner, "lease_end"));
    }

    [Fact]
    public async Task CommitAsync_RenewsTheLease()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await fixture.OwnAsync(store, time);
        time.Step(TimeSpan.FromSeconds(2));
        var left = workspace.Claim.ServesFor;

        await workspace.CommitAsync(Batches.Empty);

        Assert.InRange(workspace.Claim.ServesFor, left + TimeSpan.FromSeconds(1), Claim.Lease - Claim.Margin);
    }

    [Fact]
    public async Task CommitAsync_OfTenThousandTickets_SavesAll()
    {
        var workspace = await fixture.OwnAsync();
        var tickets = Enumerable.Range(0, 10_000).Select(i => Batches.Ticket($"t{i}") with { Counter = i + 1 }).ToArray();

        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(tickets)));
        Assert.Equal(10_000, await fixture.Database.SortedSetLengthAsync(workspace.Keys.Queue("service")));
        Assert.Equal(
            tickets.Select(t => t.Id).Order(),
            (await workspace.LoadAsync()).Record.Tickets.Select(t => t.Id).Order());

        var closed = tickets.Select(t => t with { State = Engine.Tickets.TicketState.Cancelled }).ToArray();
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(closed)));
        Assert.Empty((await workspace.LoadAsync()).Record.Tickets);
        Assert.False(await fixture.Database.KeyExistsAsync(workspace.Keys.Queue("service")));
    }

    [Fact]
    public async Task CommitAsync_OfAnAgentDeletedAndPutAgain_KeepsHim()
    {
        var workspace = await fixture.OwnAsync();
        var anna = new AgentRecord { Profile = new AgentProfile { Id = "anna", Name = "Anna" }, Number = 1 };
        await workspace.CommitAsync(Batches.Empty with { Agents = [anna] });
        await workspace.CommitAsync(Batches.Empty with { DeletedAgents = ["anna"], Agents = [anna] });

        Assert.Equal("Anna", Assert.Single((await workspace.LoadAsync()).Record.Agents).Profile.Name);

        await workspace.CommitAsync(Batches.Empty with { DeletedAgents = ["anna"] });
        Assert.Empty((await workspace.LoadAsync()).Record.Agents);
    }

    [Fact]
    public async Task CommitAsync_OfAChangedProfile_SavesTheNewOne()
    {
        var workspace = await fixture.OwnAsync();
        var anna = new AgentRecord { Profile = new AgentProfile { Id = "anna", Name = "Anna" }, Number = 1 };
        await workspace.CommitAsync(Batches.Empty with { Agents = [anna] });
        await workspace.CommitAsync(Batches.Empty with { Agents = [anna with { IdleSince = 5 }] });
        await workspace.CommitAsync(Batches.Empty with { Agents = [anna with { Profile = anna.Profile with { Name = "Anna B" } }] });

        Assert.Equal("Anna B", Assert.Single((await workspace.LoadAsync()).Record.Agents).Profile.Name);
    }

    [Fact]
    public async Task CommitAsync_OfWhatALoadedWorkspaceWentOnWith_KeepsWhatWasSubmitted()
    {
        var workspace = await fixture.OwnAsync();
        var ticket = Batches.Ticket("t1");
        await workspace.CommitAsync(Batches.With(ticket) with { Meta = new MetaRecord { LastTicket = 1 } });
        var loaded = await workspace.LoadAsync();

        await workspace.CommitAsync(Batches.With(loaded.Record.Tickets.Single() with { Declines = 2 }) with { Meta = new MetaRecord { LastTicket = 1 } });

        var kept = Assert.Single((await workspace.LoadAsync()).Record.Tickets);
        Assert.Equal(2, kept.Declines);
        Assert.Equal(ticket.Content.ExternalId, kept.Content.ExternalId);
    }
}
