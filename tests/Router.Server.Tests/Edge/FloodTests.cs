using Grpc.Core;
using Router.Testing;
using Xunit.Abstractions;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>More submits than may wait, through real connections, while Redis does not answer. The test has a server of its own.</summary>
public sealed class FloodTests(ITestOutputHelper output) : IAsyncLifetime
{
    // 800 texts of 60 kB are half as much again as the 32 MiB that may wait. A connection carries 100 calls at once.
    private const int Connections = 8;
    private const int CallsEach = 100;
    private const int CommitWaits = 211;
    private const int CommitsAgain = 212;
    private const int EventsWait = 501;
    private const int EventsAgain = 502;

    private static readonly string Text = new('x', 60_000);

    private readonly EdgeServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_flood_is_refused_with_a_hint_while_agents_are_heard_and_ends_by_itself()
    {
        _server.Server.Logs.Expect(CommitWaits, CommitsAgain, EventsWait, EventsAgain);
        using var queue = await _server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        await queue.SubmitAsync();
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Accept = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } });
        var adapters = Enumerable.Range(0, Connections)
            .Select(_ => queue.Use(TestCaller.As(_server.Server, "adapter", "adapter", new() { ["source"] = queue.Name })))
            .ToList();

        _server.Server.Redis.Pause();
        var calls = adapters.SelectMany(adapter => Enumerable.Range(0, CallsEach).Select(_ => AnswerAsync(adapter, queue))).ToList();
        var first = await Eventually.DoneAsync(Task.WhenAny(calls).Unwrap(), "a submit is refused");
        var complete = await agent.AskAsync(new() { Complete = new() { TicketId = offer.Ticket.Id, AssignmentNo = 1 } });
        await agent.SendAsync(new() { Heartbeat = new() { Tag = 7 } });
        var heard = await agent.NextAsync(Update.Heartbeat);
        _server.Server.Redis.Continue();
        var completed = await agent.NextAsync(Update.Done);
        var answers = await Eventually.DoneAsync(Task.WhenAll(calls), "every submit is answered", TimeSpan.FromMinutes(1));

        output.WriteLine($"{calls.Count} submits of 60 kB: {answers.Count(told => told is null)} taken, {answers.Count(told => told is not null)} refused.");
        Assert.Equal((StatusCode.ResourceExhausted, "OVERLOADED"), (first?.Code, first?.Reason));
        // Where the machine is slow some lose patience with Redis before it goes on.
        Assert.All(answers.OfType<Told>(), told => Assert.Contains(told.Code, (StatusCode[])[StatusCode.ResourceExhausted, StatusCode.Unavailable]));
        Assert.All(answers.OfType<Told>().Where(told => told.Code == StatusCode.ResourceExhausted), told => Assert.True(told.RetryAfter > TimeSpan.Zero));
        Assert.Equal((7, complete, V1.TicketState.Completed), (heard.Heartbeat.Tag, completed.Done.RequestId, completed.Done.State));
        Assert.Equal(V1.TicketState.Queued, (await queue.SubmitAsync()).State);
    }

    // Null: it was taken.
    private static async Task<Told?> AnswerAsync(TestCaller adapter, TestQueue queue)
    {
        var ticket = queue.NewTicket();
        ticket.Text = Text;
        try
        {
            await adapter.Tickets.SubmitAsync(ticket);
            return null;
        }
        catch (RpcException refused)
        {
            return Told.Of(refused);
        }
    }
}
