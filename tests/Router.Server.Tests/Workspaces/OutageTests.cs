using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tickets;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>Redis is away: nobody is blamed, nobody waits for ever, nothing is lost.</summary>
public sealed class OutageTests
{
    private static readonly int[] Alarms = [101, 211, 212, 222, 223];

    [Fact]
    public async Task ThirtySeconds_BlameNobody()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Logs.Expect(Alarms);
        await test.SignInAsync("ann");
        await test.SignInAsync("ben");
        var talking = await test.SubmitAsync();
        await test.DoAsync(new Accept("ann", talking.TicketId, 1));
        var ringing = await test.SubmitAsync();
        Assert.Equal(TicketState.Offered, ringing.State);
        var sent = test.Commits.Sends;
        test.Redis.Pause();
        var open = test.Workspace.SubmitAsync(test.Ticket()).AsTask();
        await test.Commits.SentAsync(sent + 1);

        for (var second = 0; second < 30; second++)
        {
            test.Time.Skip(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(Reason.OutcomeUnknown, await ReasonOf(open));
        test.Redis.Continue();
        await Eventually.TrueAsync(() => Task.FromResult(test.Watcher.Facts.OfType<OwnerStarted>().Count() == 2), "the owner starts again");
        await test.ServedAsync();

        var ann = await test.AgentAsync("ann");
        var ben = await test.AgentAsync("ben");
        Assert.Equal((Presence.Available, ""), (ann.Record.Presence, ann.Record.PresenceReason));
        Assert.Equal((Presence.Available, ""), (ben.Record.Presence, ben.Record.PresenceReason));
        Assert.Equal((talking.TicketId, TicketState.Assigned), ann.Tickets.Select(t => (t.Id, t.State)).Single());
        Assert.Equal((ringing.TicketId, 2), ben.Tickets.Select(t => (t.Id, t.OfferNo)).Single());
        Assert.DoesNotContain(test.Watcher.Facts.OfType<OfferEnded>(), f => f.End == OfferEnd.Missed);
        Assert.Empty(test.Watcher.Facts.OfType<TicketRequeued>());
        Assert.Empty(test.Watcher.Stops);
        Assert.Equal(3, await test.Workspace.QueryAsync(e => e.OpenTickets));
    }

    [Fact]
    public async Task MoreThanTwoSeconds_WithinTheLease_StopTheAgentsTimeToo()
    {
        await using var test = await TestWorkspace.StartAsync();
        await test.SignInAsync("ann");
        await test.SubmitAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var open = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);

        test.Time.Skip(TimeSpan.FromSeconds(2.2));
        test.Commits.LetGo();
        await open;

        await Eventually.TrueAsync(() => Task.FromResult(test.Watcher.Facts.OfType<OwnerStarted>().Count() == 2), "agents' time goes on");
        Assert.Single(test.Watcher.Facts.OfType<OwnerStarted>().Select(f => f.Term).Distinct());
        Assert.Contains(test.Watcher.Facts.OfType<OfferEnded>(), f => f.End == OfferEnd.Outage);
        Assert.Equal(Presence.Available, (await test.AgentAsync("ann")).Record.Presence);
    }

    [Fact]
    public async Task CallersOutOfPatience_AreToldWhetherTheirCallWasBegun()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Logs.Expect(Alarms);
        var sent = test.Commits.Sends;
        test.Redis.Pause();
        var begun = test.Workspace.SubmitAsync(test.Ticket()).AsTask();
        await test.Commits.SentAsync(sent + 1);
        var queued = test.Workspace.SubmitAsync(test.Ticket()).AsTask();
        var hurried = test.Workspace.ExecuteAsync(new Cancel("none", "spam"), patience: TimeSpan.FromSeconds(1)).AsTask();

        test.Time.Skip(TimeSpan.FromSeconds(1));
        Assert.Equal(Reason.StoreUnavailable, await ReasonOf(hurried));
        Assert.False(begun.IsCompleted);
        Assert.False(queued.IsCompleted);
        test.Time.Skip(TimeSpan.FromSeconds(4));

        Assert.Equal(Reason.OutcomeUnknown, await ReasonOf(begun));
        Assert.Equal(Reason.StoreUnavailable, await ReasonOf(queued));
        test.Redis.Continue();
        await test.ServedAsync();
        Assert.Equal(1, await test.Workspace.QueryAsync(e => e.OpenTickets));
    }

    [Fact]
    public async Task LostSession_DuringAnOutage_IsToldAfterIt()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Logs.Expect(Alarms);
        await test.SignInAsync("ann");
        var sent = test.Commits.Sends;
        test.Redis.Pause();
        _ = test.Workspace.SubmitAsync(test.Ticket()).AsTask();
        await test.Commits.SentAsync(sent + 1);

        var since = test.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var lost = test.Workspace.ExecuteAsync(new LoseSession("ann", TestWorkspace.Session("ann"), since)).AsTask();
        test.Time.Skip(TimeSpan.FromSeconds(30));
        test.Redis.Continue();

        Assert.False((await Eventually.DoneAsync(lost, "the lost session is told")).IsRefused);
        Assert.NotEqual(0, (await test.AgentAsync("ann")).Record.GoneSince);
    }

    [Fact]
    public async Task RedisThatIsKilledAndRestarted_IsWaitedFor()
    {
        await using var redis = await RedisProcess.StartAsync(new() { AppendOnly = true });
        await using var test = await TestWorkspace.StartAsync(redis);
        test.Logs.Expect(Alarms);
        var ticket = await test.SubmitAsync();

        await redis.RestartAsync();

        await Eventually.TrueAsync(
            async () => await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)) is not null, "the ticket is there again");
        await test.SubmitAsync();
    }

    private static async Task<Reason> ReasonOf(Task call) =>
        (await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => Eventually.DoneAsync(call, "a call is ended"))).Reason;
}
