using Microsoft.Extensions.DependencyInjection;
using Router.Server.Edge.Calls;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Server.Tests.Edge;

/// <summary>A sign-in that is asked of one owner of the workspace and done by the next. Each test has a server of its own.</summary>
public sealed class SignInAcrossOwnersTests : IAsyncLifetime
{
    private readonly EdgeServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_session_that_begins_on_a_stream_which_has_ended_is_lost_and_holds_no_ticket()
    {
        _server.Server.Logs.Expect([.. Enumerable.Range(200, 40), 501, 502]);
        using var queue = await _server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        var agentId = $"{queue.Name}-1";
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_server.Server.Redis.Endpoint);
        await ClaimForAnotherAsync(redis.GetDatabase());
        _server.Server.Redis.Pause();
        var fenced = _server.Server.Default.SubmitAsync(new(new() { Source = "other", ExternalId = "1", Channel = "call", Queue = queue.Name })).AsTask();
        using var agent = new TestAgent(caller);

        await agent.AskAsync(new() { SignIn = new() { Presence = V1.Presence.Available } });
        var edge = _server.Server.Services.GetRequiredService<EdgeWorkspaces>().Find("default")!;
        await Eventually.TrueAsync(() => Task.FromResult(edge.Agents.Of(agentId).Length == 1), "the sign-in waits behind the submit");
        _server.Server.Redis.Continue();

        await Assert.ThrowsAnyAsync<Exception>(() => fenced);
        Assert.Equal(V1.SessionEnd.OutcomeUnknown, (await agent.NextAsync(V1.WorkUpdate.UpdateOneofCase.SessionEnded)).SessionEnded.Reason);
        await _server.Server.ServesAsync();
        await Eventually.TrueAsync(async () => (await LiveAsync(agentId)) is { SessionLost: true } or { Presence.Presence: V1.Presence.Offline }, "nobody is there");
        var ticket = await queue.SubmitAsync();
        Assert.Equal(V1.TicketState.Queued, ticket.State);
        using var back = await TestAgent.SignInAsync(caller);
        Assert.Equal(ticket.TicketId, Assert.Single(back.SignedIn!.Offers).Ticket.Id);
    }

    private async Task<V1.LiveAgent> LiveAsync(string agentId) =>
        (await _server.Admin.Supervisors.GetLiveAsync(new() { AgentIds = { agentId } })).Agents.Single();

    private static async Task ClaimForAnotherAsync(IDatabase redis)
    {
        const string Owner = "router:{default}:owner";
        var term = (long)await redis.HashGetAsync(Owner, "term");
        var now = (long)await redis.ScriptEvaluateAsync("return redis.call('TIME')[1] * 1000");
        await redis.HashSetAsync(Owner, [new("term", term + 1), new("token", "another"), new("lease_end", now + 1_000)]);
    }
}
