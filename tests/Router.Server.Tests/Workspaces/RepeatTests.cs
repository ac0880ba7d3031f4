using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>What is asked twice is done once.</summary>
public sealed class RepeatTests
{
    private static readonly RequestKey Key = new("ann", "r1", 1);

    [Fact]
    public async Task SameRequestId_IsAnsweredAsTheFirstTime_AndDoneOnce()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = await test.SubmitAsync();
        var first = await test.DoAsync(Append(ticket), Key);

        var second = await test.DoAsync(Append(ticket), Key);

        Assert.Equal(1, Assert.IsType<Message>(first.Value).Number);
        Assert.Equal(first, second);
        Assert.Equal(1, (await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)))!.Messages);
    }

    [Fact]
    public async Task SameRequestIdOfAnotherCaller_IsAnotherRequest()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = await test.SubmitAsync();
        await test.DoAsync(Append(ticket), Key);

        var second = await test.DoAsync(Append(ticket), Key with { Caller = "ben" });

        Assert.Equal(2, Assert.IsType<Message>(second.Value).Number);
    }

    [Fact]
    public async Task SameRequestIdWithOtherContent_IsRefused()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = await test.SubmitAsync();
        await test.DoAsync(Append(ticket), Key);

        var second = await test.Workspace.ExecuteAsync(Append(ticket), Key with { ContentHash = 2 });

        Assert.Equal(Reason.RequestIdReused, second.Reason);
        Assert.Equal(1, (await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)))!.Messages);
    }

    [Fact]
    public async Task Refusal_IsRepeatedToo()
    {
        await using var test = await TestWorkspace.StartAsync();
        var first = await test.Workspace.ExecuteAsync(new SignIn("ann", "s", false, []), Key);
        await test.DoAsync(new PutAgent(new AgentProfile { Id = "ann" }));

        var second = await test.Workspace.ExecuteAsync(new SignIn("ann", "s", false, []), Key);

        Assert.Equal(Reason.UnknownAgent, first.Reason);
        Assert.Equal(Reason.UnknownAgent, second.Reason);
    }

    [Fact]
    public async Task RepeatInFlight_JoinsTheFirst()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = await test.SubmitAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var first = test.DoAsync(Append(ticket), Key);
        await test.Commits.SentAsync(sent + 1);

        var second = test.DoAsync(Append(ticket), Key);
        test.Commits.LetGo();

        Assert.Equal(await first, await second);
        Assert.Equal(1, (await test.Workspace.QueryAsync(e => e.Ticket(ticket.TicketId)))!.Messages);
    }

    [Fact]
    public async Task RequestsAndSubmits_AreRememberedAcrossOwners()
    {
        await using var redis = await RedisProcess.StartAsync();
        Submitted ticket;
        await using (var first = await TestWorkspace.StartAsync(redis))
        {
            ticket = await first.SubmitAsync(externalId: "x");
            await first.DoAsync(Append(ticket), Key);
        }

        await using var test = await TestWorkspace.StartAsync(redis, withQueue: false);
        var message = await test.DoAsync(Append(ticket), Key);
        var submit = await test.Workspace.SubmitAsync(test.Ticket(externalId: "x"));

        Assert.Equal(1, Assert.IsType<Message>(message.Value).Number);
        Assert.False(submit.Created);
        Assert.Equal(ticket.TicketId, Assert.IsType<Submitted>(submit.Outcome.Value).TicketId);
    }

    [Fact]
    public async Task SameSourceAndExternalId_AreTheSameTicketAsItIsNow()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = await test.SubmitAsync(externalId: "x");
        await test.SignInAsync("ann");

        var again = await test.Workspace.SubmitAsync(test.Ticket(externalId: "x"));

        var now = Assert.IsType<Submitted>(again.Outcome.Value);
        Assert.False(again.Created);
        Assert.Equal((ticket.TicketId, TicketState.Offered), (now.TicketId, now.State));
    }

    [Fact]
    public async Task SubmitOfAClosedTicket_IsThatTicketWithItsEnd()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = await test.SubmitAsync(externalId: "x");
        await test.DoAsync(new End(ticket.TicketId));

        var again = await test.Workspace.SubmitAsync(test.Ticket(externalId: "x"));

        var now = Assert.IsType<Submitted>(again.Outcome.Value);
        Assert.False(again.Created);
        Assert.Equal((ticket.TicketId, TicketState.Abandoned), (now.TicketId, now.State));
    }

    [Fact]
    public async Task SameExternalIdWithOtherContent_NamesTheGroupsThatDiffer()
    {
        await using var test = await TestWorkspace.StartAsync();
        var ticket = test.Ticket(externalId: "x");
        await test.Workspace.SubmitAsync(ticket);

        var other = ticket with
        {
            Content = ticket.Content with { Subject = "another", Priority = 3 },
            Text = new MessageText("hello", "en"),
        };
        var again = await test.Workspace.SubmitAsync(other);

        Assert.Equal(Reason.DifferentContent, again.Outcome.Reason);
        Assert.Equal("priority,subject,text", again.Outcome.Metadata["differs"]);
    }

    [Fact]
    public async Task SubmitsTwiceInOneBatch_AreOneTicket()
    {
        await using var test = await TestWorkspace.StartAsync();

        var both = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => test.Workspace.SubmitAsync(test.Ticket(externalId: "x")).AsTask()));

        Assert.Single(both, s => s.Created);
        Assert.Single(both.Select(s => ((Submitted)s.Outcome.Value!).TicketId).Distinct());
    }

    private static Append Append(Submitted ticket) => new(ticket.TicketId, null, 0, new MessageText("hello", "en"));
}
