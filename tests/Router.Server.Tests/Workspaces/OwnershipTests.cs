using Router.Engine;
using Router.Engine.Events;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>One owner at a time, and what happens when that ends.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public async Task SecondClaimant_FencesTheOwner_WhoseCallsEndUnknownAndWhoseWatchersAreTold()
    {
        await using var test = await TestWorkspace.StartAsync();
        await test.SubmitAsync();
        await ClaimForAnotherAsync(test);

        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => test.Workspace.SubmitAsync(test.Ticket()).AsTask());

        Assert.Equal(Reason.OutcomeUnknown, error.Reason);
        await Eventually.TrueAsync(() => Task.FromResult(test.Watcher.Stops.Count == 1), "watchers are told");
        Assert.Equal(StopReason.OwnershipLost, test.Watcher.Stops.Single());
        await test.ServedAsync();
        Assert.Equal(1, await test.Workspace.QueryAsync(e => e.OpenTickets));
    }

    [Fact]
    public async Task FencedBatch_IsNeverTold()
    {
        await using var test = await TestWorkspace.StartAsync();
        var entered = test.Watcher.Facts.Count();
        await ClaimForAnotherAsync(test);

        await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => test.Workspace.SubmitAsync(test.Ticket()).AsTask());

        await test.ServedAsync();
        Assert.Empty(test.Watcher.Facts.OfType<TicketEntered>());
        Assert.True(test.Watcher.Facts.Count() > entered);
    }

    [Fact]
    public async Task LapsedLease_IsNotRenewed_ButClaimedAnew_AndWatchersGoOn()
    {
        await using var test = await TestWorkspace.StartAsync();
        await test.SignInAsync("ann");
        var ticket = await test.SubmitAsync();
        var first = Terms(test).Single();

        test.Time.Skip(TimeSpan.FromSeconds(3));
        await Eventually.TrueAsync(() => Task.FromResult(Terms(test).Count() == 2), "a second term begins");

        Assert.True(Terms(test).Last() > first);
        Assert.Empty(test.Watcher.Stops);
        Assert.NotNull(await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)));
        var ann = await test.AgentAsync("ann");
        Assert.Equal(0, ann.Record.GoneSince);
        Assert.Equal(2, Assert.Single(ann.Tickets).OfferNo);
    }

    [Fact]
    public async Task LapsedLease_ThatAnotherHasClaimed_IsToldAtOnce()
    {
        await using var test = await TestWorkspace.StartAsync();
        await ClaimForAnotherAsync(test, TimeSpan.FromMinutes(1));

        test.Time.Skip(TimeSpan.FromSeconds(3));
        await Eventually.TrueAsync(() => Task.FromResult(test.Watcher.Stops.Count == 1), "watchers are told");

        Assert.Equal(StopReason.OwnershipLost, test.Watcher.Stops.Single());
        Assert.False(test.Workspace.IsServing);
        Assert.Single(Terms(test));
    }

    [Fact]
    public async Task LapseDuringACommit_SendsTheBatchAgain_AnswersIt_AndThenClaimsAnew()
    {
        await using var test = await TestWorkspace.StartAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var submit = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);

        test.Time.Skip(TimeSpan.FromSeconds(4));
        test.Commits.LetGo();

        var ticket = await submit;
        await Eventually.TrueAsync(() => Task.FromResult(Terms(test).Count() == 2), "a second term begins");
        Assert.NotNull(await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)));
        Assert.Empty(test.Watcher.Stops);
    }

    [Fact]
    public async Task Gap_StartsANewTermFromWhatRedisHas_AndAnnouncesTheLoss()
    {
        await using var test = await TestWorkspace.StartAsync();
        await test.SubmitAsync(externalId: "kept");
        var before = await test.InRedisAsync((redis, keys) => redis.HashGetAllAsync(keys + "meta"));
        var lost = await test.SubmitAsync(externalId: "lost");
        await test.InRedisAsync(async (redis, keys) =>
        {
            await redis.HashSetAsync(keys + "meta", before);
            await redis.StreamTrimAsync(keys + "events", 0);
            await redis.KeyDeleteAsync(keys + "events");
            return await redis.HashDeleteAsync(keys + "tickets", lost.TicketId);
        });

        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => test.Workspace.SubmitAsync(test.Ticket()).AsTask());

        Assert.Equal(Reason.OutcomeUnknown, error.Reason);
        await Eventually.TrueAsync(
            () => Task.FromResult(test.Watcher.Facts.OfType<OwnerStarted>().Any(f => f.WritesLost)), "the loss is announced");
        Assert.Equal(StopReason.WritesLost, Assert.Single(test.Watcher.Stops));
        await test.ServedAsync();
        Assert.Equal(1, await test.Workspace.QueryAsync(e => e.OpenTickets));
        var next = await test.SubmitAsync();
        Assert.NotEqual(lost.TicketId, next.TicketId);
    }

    [Fact]
    public async Task SecondServer_WaitsForTheFirst_AndTakesOverAtOnceWhenThatStops()
    {
        await using var redis = await RedisProcess.StartAsync();
        var first = await TestWorkspace.StartAsync(redis);
        var ticket = await first.SubmitAsync();
        var second = TestWorkspace.StartAsync(redis, withQueue: false);

        await first.DisposeAsync();

        await using var test = await Eventually.DoneAsync(second, "the second server takes over");
        Assert.Equal(StopReason.ShuttingDown, Assert.Single(first.Watcher.Stops));
        Assert.NotNull(await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)));
    }

    [Fact]
    public async Task StoppedWorkspace_AnswersWhatCameIn_AndRefusesTheRest()
    {
        var test = await TestWorkspace.StartAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var submit = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);
        var waiting = test.SubmitAsync();

        var stopping = test.DisposeAsync().AsTask();
        var late = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => test.Workspace.SubmitAsync(test.Ticket()).AsTask());
        test.Commits.LetGo();

        Assert.Equal(Reason.ShuttingDown, late.Reason);
        await submit;
        await waiting;
        await stopping;
    }

    [Fact]
    public async Task MistakeOfTheEngine_IsToldToItsCaller_AndTheOthersAreAnswered()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Logs.Expect(201);
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var blocker = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);

        var good = test.SubmitAsync();
        var bad = test.Workspace.ExecuteAsync(
            new Router.Engine.Commands.ChangePolicy(_ => throw new InvalidOperationException("a mistake"))).AsTask();
        test.Commits.LetGo();

        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => bad);
        Assert.Equal(Reason.Internal, error.Reason);
        await blocker;
        await good;
        Assert.Equal(2, await test.Workspace.QueryAsync(e => e.OpenTickets));
    }

    private static IEnumerable<long> Terms(TestWorkspace test) => test.Watcher.Facts.OfType<OwnerStarted>().Select(f => f.Term);

    private static Task<bool> ClaimForAnotherAsync(TestWorkspace test) => ClaimForAnotherAsync(test, TimeSpan.FromSeconds(1));

    private static Task<bool> ClaimForAnotherAsync(TestWorkspace test, TimeSpan lease) => test.InRedisAsync(async (redis, keys) =>
    {
        var term = (long)await redis.HashGetAsync(keys + "owner", "term");
        var now = (long)await redis.ScriptEvaluateAsync("return redis.call('TIME')[1] * 1000");
        await redis.HashSetAsync(keys + "owner", [new("term", term + 1), new("token", "another"), new("lease_end", now + (long)lease.TotalMilliseconds)]);
        return true;
    });
}
