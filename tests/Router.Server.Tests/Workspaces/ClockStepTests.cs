using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>The machine's clock is set, or the machine sleeps.</summary>
public sealed class ClockStepTests
{
    private const int SetBack = 235;
    private const int SetForward = 236;

    [Fact]
    public async Task SetBack_TimeGoesOn_AndOffersEnd()
    {
        await using var test = await WithOffersOfASecondAsync();
        await test.SignInAsync("ann");
        test.Logs.Expect(SetBack);
        test.Time.MoveWall(TimeSpan.FromHours(-1));

        var ticket = await test.SubmitAsync();

        Assert.Equal(TicketState.Offered, ticket.State);
        await Eventually.TrueAsync(() => Task.FromResult(test.Watcher.Facts.OfType<OfferEnded>().Any(f => f.End == OfferEnd.Missed)), "the offer ends");
        Assert.True(test.Logs.Has(SetBack));
    }

    [Fact]
    public async Task SetForward_BlamesNobody()
    {
        await using var test = await TestWorkspace.StartAsync();
        await test.SignInAsync("ann");
        await test.SignInAsync("ben");
        var talking = await test.SubmitAsync();
        await test.DoAsync(new Accept("ann", talking.TicketId, 1));
        var ringing = await test.SubmitAsync();
        test.Logs.Expect(SetForward);

        test.Time.MoveWall(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => Task.FromResult(Starts(test).Count == 2), "the time that was skipped counts as an outage");

        var (ann, ben) = (await test.AgentAsync("ann"), await test.AgentAsync("ben"));
        Assert.Equal((Presence.Available, Presence.Available), (ann.Record.Presence, ben.Record.Presence));
        Assert.Equal((talking.TicketId, TicketState.Assigned), ann.Tickets.Select(t => (t.Id, t.State)).Single());
        Assert.Equal((ringing.TicketId, 2), ben.Tickets.Select(t => (t.Id, t.OfferNo)).Single());
        Assert.DoesNotContain(test.Watcher.Facts.OfType<OfferEnded>(), f => f.End == OfferEnd.Missed);
        Assert.InRange(Starts(test)[1].OutageMs, 3_590_000, 3_700_000);
        Assert.Empty(test.Watcher.Stops);
    }

    [Fact]
    public async Task SetBackAndForwardAgain_IsAsIfNothingHadBeen()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Logs.Expect(SetBack);
        test.Time.MoveWall(TimeSpan.FromHours(-1));
        await test.SubmitAsync();

        test.Time.MoveWall(TimeSpan.FromHours(1));
        await test.SubmitAsync();

        Assert.Single(Starts(test));
        var ahead = await test.Workspace.QueryAsync(e => e.Now) - test.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.InRange(ahead, -60_000, 1_000);
    }

    private static async Task<TestWorkspace> WithOffersOfASecondAsync()
    {
        var test = await TestWorkspace.StartAsync();
        await test.DoAsync(new ChangePolicy(p => p with { Queues = [p.Queues[0] with { Channels = [new QueueChannel("call", OfferSeconds: 1)] }] }));
        return test;
    }

    private static List<OwnerStarted> Starts(TestWorkspace test) => [.. test.Watcher.Facts.OfType<OwnerStarted>()];
}
