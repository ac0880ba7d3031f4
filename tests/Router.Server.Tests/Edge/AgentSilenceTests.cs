using Grpc.Core;
using Router.Testing;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Streams that end from the server's side. Each test moves its server's time, and so has one of its own.</summary>
public sealed class AgentSilenceTests : IAsyncLifetime
{
    private readonly EdgeServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Three_missing_heartbeats_end_the_stream_and_the_session_is_lost_since_the_last()
    {
        using var queue = await _server.NewQueueAsync();
        var silent = await queue.SignInAsync();
        var lively = await queue.SignInAsync();
        _server.Server.Time.Skip(TimeSpan.FromSeconds(10));
        await lively.SendAsync(new() { Heartbeat = new() { Tag = 1 } });
        await lively.NextAsync(Update.Heartbeat);
        _server.Server.Time.Skip(TimeSpan.FromSeconds(6));

        var ended = (await silent.NextAsync(Update.SessionEnded)).SessionEnded;

        Assert.Equal((V1.SessionEnd.HeartbeatsMissing, true), (ended.Reason, ended.Reconnect));
        await Eventually.TrueAsync(async () => (await AgentAsync($"{queue.Name}-1")).SessionLost, "the silent session is lost");
        Assert.False((await AgentAsync($"{queue.Name}-2")).SessionLost);
        _server.Server.Logs.Expect(LogsOfASkip);
    }

    [Fact]
    public async Task A_token_whose_time_is_over_ends_the_stream()
    {
        using var queue = await _server.NewQueueAsync();
        await queue.NewAgentAsync();
        var exp = TimeProvider.System.GetUtcNow().AddSeconds(20).ToUnixTimeSeconds();
        using var caller = TestCaller.As(_server.Server, "agent", $"{queue.Name}-1", new() { ["exp"] = exp });
        using var agent = await TestAgent.SignInAsync(caller);

        _server.Server.Logs.Expect(LogsOfASkip);
        _server.Server.Time.MoveWall(TimeSpan.FromSeconds(60));

        Assert.Equal(V1.SessionEnd.TokenExpired, (await agent.NextAsync(Update.SessionEnded)).SessionEnded.Reason);
        Assert.Equal(StatusCode.Unauthenticated, (await agent.EndAsync()).StatusCode);
    }

    [Fact]
    public async Task A_stopping_server_tells_every_stream_to_connect_again()
    {
        using var queue = await _server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync("chat")).TicketId;
        using var watch = queue.Adapter.Tickets.Watch(new() { TicketId = ticketId });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        // Each call has been answered once: one that is still on its way is refused by a server that stops, and not told why.
        using var events = _server.Admin.Events.Watch(new());
        Assert.True(await events.ResponseStream.MoveNext(CancellationToken.None));
        using var submits = queue.Adapter.Tickets.SubmitStream();
        await submits.RequestStream.WriteAsync(new() { Tag = 5, Submit = queue.NewTicket() });
        Assert.True(await submits.ResponseStream.MoveNext(CancellationToken.None));

        var stopped = _server.Server.StopAsync();

        var ended = (await agent.NextAsync(Update.SessionEnded)).SessionEnded;
        Assert.Equal((V1.SessionEnd.ShuttingDown, true), (ended.Reason, ended.Reconnect));
        Assert.Equal("SHUTTING_DOWN", (await LastAsync(watch.ResponseStream)).Reason);
        Assert.Equal("SHUTTING_DOWN", (await LastAsync(events.ResponseStream)).Reason);
        Assert.Equal("SHUTTING_DOWN", (await LastAsync(submits.ResponseStream)).Reason);
        await Eventually.DoneAsync(stopped, "the server's end");
    }

    [Fact]
    public async Task A_reader_who_leaves_over_64_updates_unread_is_ended_and_others_are_not_held_up()
    {
        using var queue = await _server.NewQueueAsync();
        var caller = await queue.NewAgentAsync(p => p.Channels.Add(new V1.ChannelCapacity { Channel = "email", Cost = 1, Max = 100 }));
        var slow = await TestAgent.SignInAsync(caller);
        var text = new string('x', 60_000);

        // Far more than the connection's buffers take; nobody reads.
        for (var i = 0; i < 100; i++)
        {
            await queue.SubmitAsync("email", t => t.Text = text);
        }

        await Eventually.TrueAsync(async () => (await AgentAsync($"{queue.Name}-1")).SessionLost, "the slow reader's session is lost");

        // Cut off, if it goes on not to read.
        Assert.Contains((await slow.EndAsync()).StatusCode, (StatusCode[])[StatusCode.ResourceExhausted, StatusCode.Cancelled]);
        slow.Dispose();
        using var back = await TestAgent.SignInAsync(caller, new() { SessionId = slow.SignedIn!.SessionId });
        Assert.Equal(100, back.SignedIn!.Assignments.Count);
    }

    // A time that jumps makes the lease late and the bus slow.
    private static int[] LogsOfASkip => [.. Enumerable.Range(200, 40), 501, 502];

    private async Task<V1.LiveAgent> AgentAsync(string agentId) =>
        (await _server.Admin.Supervisors.GetLiveAsync(new())).Agents.Single(a => a.AgentId == agentId);

    private static async Task<Told> LastAsync<T>(IAsyncStreamReader<T> stream)
    {
        try
        {
            while (await Eventually.DoneAsync(stream.MoveNext(CancellationToken.None), "the end of a stream"))
            {
            }
        }
        catch (RpcException error)
        {
            return Told.Of(error);
        }

        throw new InvalidOperationException("The stream ended well.");
    }
}
