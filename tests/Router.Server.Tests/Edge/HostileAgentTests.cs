using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Router.Server.Edge.Access;
using Router.Server.Edge.Agents;
using Router.Server.Edge.Calls;
using Router.Testing;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What a client of an agent may try, by malice or by mistake.</summary>
public sealed class HostileAgentTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Only_a_tickets_owner_confirms_its_messages()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        var owner = queue.Use(await TestAgent.SignInAsync(caller));
        var ticketId = (await queue.SubmitAsync("chat")).TicketId;
        var offer = (await owner.NextAsync(Update.Offer)).Offer;
        await owner.DoAsync(new() { Accept = new() { TicketId = ticketId, OfferNo = offer.OfferNo } });
        await queue.Adapter.Tickets.AppendAsync(new() { TicketId = ticketId, Text = "are you there?", RequestId = "m" });
        Assert.Equal(1, (await owner.NextAsync(Update.Message)).Message.Number);
        var stranger = await queue.SignInAsync();

        await stranger.SendAsync(new() { MessageConfirm = new() { TicketId = ticketId, Number = 1 } });
        await stranger.CompleteAsync();
        await stranger.EndAsync();

        owner.Dispose();
        using var back = await TestAgent.SignInAsync(caller, new() { SessionId = owner.SignedIn!.SessionId });
        await back.SendAsync(new() { Heartbeat = new() { Tag = 1 } });
        Assert.Equal("are you there?", (await back.NextAsync(Update.Message)).Message.Text);
    }

    [Fact]
    public async Task More_than_64_tickets_given_at_once_do_not_end_the_stream_of_who_reads()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync(p => p.Channels.Add(new V1.ChannelCapacity { Channel = "email", Cost = 1, Max = 100 }));
        using var agent = await TestAgent.SignInAsync(caller, new() { Presence = V1.Presence.Away });
        for (var i = 0; i < 100; i++)
        {
            await queue.SubmitAsync("email");
        }

        await agent.AskAsync(new() { SetPresence = new() { Presence = V1.Presence.Available } });

        for (var i = 0; i < 100; i++)
        {
            await agent.NextAsync(Update.Assignment);
        }
    }

    [Fact]
    public async Task Who_never_reads_his_answers_is_not_heard_until_he_does()
    {
        var edge = server.Server.Services.GetRequiredService<EdgeWorkspaces>().Find("default")!;
        var caller = new Caller("nobody-reads", Roles.Agent, "default", "", DateTimeOffset.MaxValue);
        using var gone = new CancellationTokenSource();
        var requests = new ManyRequests(10_000);

        var running = server.Server.Services.GetRequiredService<WorkCall>().RunAsync(
            new Call(caller, edge, "Work", TimeSpan.FromSeconds(5), gone.Token), requests, new StuckWriter());

        Assert.False(running.IsCompleted);
        Assert.InRange(requests.Read, 1, 100);
        await gone.CancelAsync();
        await Eventually.DoneAsync(running, "the stream is over");
    }

    // Heartbeats, which anybody may send, and requests that are refused.
    private sealed class ManyRequests(int count) : IAsyncStreamReader<V1.WorkRequest>
    {
        public int Read { get; private set; }

        public V1.WorkRequest Current => Read % 2 == 0 ? new() { Heartbeat = new() { Tag = Read } } : new() { RequestId = "" };

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Read++ < count);
        }
    }

    // As on a connection whose window is full.
    private sealed class StuckWriter : IServerStreamWriter<V1.WorkUpdate>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(V1.WorkUpdate message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(V1.WorkUpdate message, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
