using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Tickets;
using Router.Server.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Workspaces;

/// <summary>Too much at once: submits are refused, nobody else is.</summary>
public sealed class OverloadTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task MoreSubmitsThanMayWait_AreRefusedWithAHint_WhileAgentsAreServed()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Commits.Hold();
        var waiting = Enumerable.Range(0, Limits.WaitingSubmits).Select(_ => test.Workspace.SubmitAsync(test.Ticket(), Long).AsTask()).ToList();

        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => test.Workspace.SubmitAsync(test.Ticket()).AsTask());
        var agent = test.DoAsync(new PutAgent(new AgentProfile { Id = "ann" }));
        test.Commits.LetGo();

        Assert.Equal(Reason.Overloaded, error.Reason);
        Assert.NotNull(error.RetryAfter);
        await agent;
        await RecoversAsync(test, waiting);
    }

    [Fact]
    public async Task MoreBytesThanMayWait_AreRefused()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Commits.Hold();
        var text = new MessageText(new string('x', 60_000), "en");
        var waiting = Enumerable.Range(0, Limits.WaitingSubmitBytes / 64_000)
            .Select(_ => test.Workspace.SubmitAsync(test.Ticket() with { Text = text }, Long).AsTask())
            .ToList();

        var refused = new List<Task>();
        while (!refused.Any(r => r.IsFaulted))
        {
            refused.Add(test.Workspace.SubmitAsync(test.Ticket() with { Text = text }, Long).AsTask());
        }

        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => refused[^1]);
        Assert.Equal(Reason.Overloaded, error.Reason);
        Assert.InRange(waiting.Count + refused.Count, 500, 600);
        test.Commits.LetGo();
        await RecoversAsync(test, [.. waiting, .. refused[..^1]]);
    }

    [Fact]
    public async Task SubmitThatWaitedTooLong_IsRefusedInsteadOfDone()
    {
        await using var test = await TestWorkspace.StartAsync();
        var sent = test.Commits.Sends;
        test.Commits.Hold();
        var first = test.Workspace.SubmitAsync(test.Ticket(), Long).AsTask();
        await test.Commits.SentAsync(sent + 1);
        var old = test.Workspace.SubmitAsync(test.Ticket(), Long).AsTask();

        test.Time.Skip(TimeSpan.FromSeconds(6));
        test.Commits.LetGo();

        await Eventually.DoneAsync(first, "the first is answered");
        var error = await Assert.ThrowsAsync<WorkspaceUnavailableException>(() => old);
        Assert.Equal(Reason.Overloaded, error.Reason);
    }

    // Those who wait are served, or refused for their age where the machine is slow; then there is room again.
    private static async Task RecoversAsync(TestWorkspace test, IReadOnlyCollection<Task> waiting)
    {
        foreach (var submit in waiting)
        {
            await Eventually.DoneAsync(submit.ContinueWith(_ => { }, TaskScheduler.Default), "those who wait are answered");
        }

        await test.SubmitAsync();
    }
}
