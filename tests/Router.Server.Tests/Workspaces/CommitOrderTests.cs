using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Server.Store.Commits;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>Nothing leaves before its commit.</summary>
public sealed class CommitOrderTests
{
    [Fact]
    public async Task AnswersAndEvents_WhileRedisIsPaused_DoNotLeave()
    {
        await using var test = await TestWorkspace.StartAsync();
        var told = test.Watcher.Batches.Count;
        var sent = test.Commits.Sends;
        test.Redis.Pause();

        var submit = test.Workspace.SubmitAsync(test.Ticket()).AsTask();
        await test.Commits.SentAsync(sent + 1);
        var query = test.Workspace.QueryAsync(e => e.OpenTickets).AsTask();

        Assert.False(submit.IsCompleted);
        Assert.False(query.IsCompleted);
        Assert.Equal(told, test.Watcher.Batches.Count);

        test.Redis.Continue();
        await Eventually.DoneAsync(submit, "the submit is answered");
        Assert.Equal(1, await Eventually.DoneAsync(query, "the query is answered"));
        Assert.Equal(told + 1, test.Watcher.Batches.Count);
    }

    [Fact]
    public async Task RefusalsRepeatsAndQueries_LeaveWithTheBatchTheyBelongTo()
    {
        await using var test = await TestWorkspace.StartAsync();
        var first = await test.SubmitAsync(externalId: "a");
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var blocker = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);

        Task[] second =
        [
            test.Workspace.SubmitAsync(test.Ticket()).AsTask(),
            test.Workspace.SubmitAsync(test.Ticket(externalId: "a")).AsTask(),
            test.Workspace.ExecuteAsync(new Accept("nobody", first.TicketId, 1)).AsTask(),
            test.Workspace.QueryAsync(e => e.Ticket(first.TicketId)).AsTask(),
        ];
        test.Commits.LetOneGo();
        await Eventually.DoneAsync(blocker, "the first batch is answered");
        await test.Commits.SentAsync(sent + 2);

        Assert.All(second, task => Assert.False(task.IsCompleted));
        test.Commits.LetGo();
        await Eventually.DoneAsync(Task.WhenAll(second), "the second batch is answered");
    }

    [Fact]
    public async Task Observers_AreToldBeforeTheCallerIsAnswered()
    {
        await using var test = await TestWorkspace.StartAsync();

        var ticket = await test.SubmitAsync();

        var entered = test.Watcher.Facts.OfType<TicketEntered>().Single();
        Assert.Equal(ticket.TicketId, entered.TicketId);
        var batch = test.Watcher.Batches.Last();
        Assert.Equal(ticket.TicketId, batch.Ticket(ticket.TicketId)!.Id);
    }

    [Fact]
    public async Task LostAnswer_IsAskedForAgain_WithoutEffect()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Logs.Expect(211, 212);
        test.Commits.LoseAnswers(1);

        var ticket = await test.SubmitAsync();

        Assert.Equal([CommitAnswer.Applied, CommitAnswer.Done], test.Commits.Answers.TakeLast(2));
        Assert.Equal(1, await test.Workspace.QueryAsync(e => e.OpenTickets));
        var stored = await test.Workspace.Store.Events.ReadAsync(1, 100, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(e => e.Position.Number));
        Assert.Equal(ticket.TicketId, stored.Single(e => e.TicketEntered is not null).TicketEntered.TicketId);
    }

    [Fact]
    public async Task UrgentCalls_GoBeforeSubmitsThatCameFirst()
    {
        await using var test = await TestWorkspace.StartAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var blocker = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);

        var submit = test.SubmitAsync();
        var put = test.DoAsync(new PutAgent(new AgentProfile { Id = "ann" }));
        test.Commits.LetGo();
        await Task.WhenAll(blocker, submit, put);

        var facts = test.Watcher.Facts.ToList();
        var put1 = facts.OfType<AgentChanged>().Single().Number;
        var entered = facts.OfType<TicketEntered>().Last().Number;
        Assert.True(put1 < entered, $"the profile is fact {put1}, the ticket {entered}");
    }

    [Fact]
    public async Task AcceptInTime_DuringASlowCommit_IsNoMiss()
    {
        await using var test = await TestWorkspace.StartAsync();
        await test.DoAsync(new ChangePolicy(p => p with { Queues = [p.Queues[0] with { Channels = [new("call", OfferSeconds: 1)] }] }));
        await test.SignInAsync("ann");
        var ticket = await test.SubmitAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var blocker = test.SubmitAsync();
        await test.Commits.SentAsync(sent + 1);

        var accept = test.Workspace.ExecuteAsync(new Accept("ann", ticket.TicketId, 1)).AsTask();
        test.Time.Skip(TimeSpan.FromSeconds(1.5));
        test.Commits.LetGo();
        await blocker;

        Assert.Equal(Reason.Unspecified, (await Eventually.DoneAsync(accept, "the accept is answered")).Reason);
    }

    [Fact]
    public async Task Query_ThatFails_FailsForItsCallerAlone()
    {
        await using var test = await TestWorkspace.StartAsync();

        var query = test.Workspace.QueryAsync<int>(_ => throw new InvalidOperationException("mine"));

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => query.AsTask())).Message);
        await test.SubmitAsync();
    }

    [Fact]
    public async Task Call_WhoseCallerIsGone_IsNotBegun()
    {
        await using var test = await TestWorkspace.StartAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var submit = test.Workspace.SubmitAsync(test.Ticket(), cancel: gone.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit.AsTask());
        Assert.Equal(0, await test.Workspace.QueryAsync(e => e.OpenTickets));
    }
}
