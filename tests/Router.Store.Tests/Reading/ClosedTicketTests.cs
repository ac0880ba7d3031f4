using Router.Engine.Tickets;
using Router.Server.Store;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class ClosedTicketTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private const long DayMs = 86_400_000;

    [Fact]
    public async Task FindAsync_OverSeveralDays_FindsEachTicket()
    {
        var workspace = await fixture.OwnAsync();
        for (var day = 0; day < 5; day++)
        {
            await workspace.CommitAsync(Batches.With(
                Batches.Ticket($"early-{day}", TicketState.Completed) with { StateSince = Batches.Noon + (day * DayMs) },
                Batches.Ticket($"late-{day}", TicketState.Abandoned) with { StateSince = Batches.Noon + (day * DayMs) + (DayMs / 2) - 1 }));
        }

        for (var day = 0; day < 5; day++)
        {
            Assert.Equal(TicketState.Completed, (await workspace.Store.ClosedTickets.FindAsync($"early-{day}", CancellationToken.None))!.State);
            Assert.Equal(TicketState.Abandoned, (await workspace.Store.ClosedTickets.FindAsync($"late-{day}", CancellationToken.None))!.State);
        }

        Assert.Equal(5, await fixture.Database.SortedSetLengthAsync(workspace.Keys.ClosedDays));
        Assert.Equal(2, await fixture.Database.HashLengthAsync(workspace.Keys.Closed("2024-05-01")));
        Assert.Null(await workspace.Store.ClosedTickets.FindAsync("never-seen", CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_OfAClosedTicket_KeepsItsDayFor35Days()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await fixture.OwnAsync(store, time);
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1", TicketState.Completed)));
        var left = await fixture.Database.KeyTimeToLiveAsync(workspace.Keys.Closed("2024-05-01"));
        Assert.InRange(left!.Value, Lifetimes.Closed - TimeSpan.FromMinutes(1), Lifetimes.Closed);

        time.Step(Lifetimes.Closed + TimeSpan.FromMinutes(1));
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t2", TicketState.Completed) with { StateSince = Batches.Noon + DayMs }));

        Assert.Equal("2024-05-02", Assert.Single(await fixture.Database.SortedSetRangeByRankAsync(workspace.Keys.ClosedDays)));
    }

    [Fact]
    public async Task LastTicketsAsync_GivesTheNewestFirstAndTheLastAlways()
    {
        var workspace = await fixture.OwnAsync();
        foreach (var counter in new[] { 1, 2, 3, 7, 11, 12 })
        {
            var ticket = Batches.Ticket($"t{counter}", TicketState.Completed);
            await workspace.CommitAsync(Batches.With(ticket with
            {
                Counter = counter,
                StateSince = Batches.Noon + counter,
                AgentId = $"agent-{counter}",
                Content = ticket.Content with { CustomerId = "c1", Languages = [new LanguageNeed("he", 3, 0)] },
            }));
        }

        var last = await workspace.Store.Customers.LastTicketsAsync("c1", CancellationToken.None);

        Assert.Equal(["t12", "t11", "t2", "t1"], last.Select(t => t.TicketId));
        Assert.Equal(("agent-12", "he", Batches.Noon + 12), (last[0].AgentId, last[0].Language, last[0].ClosedAt));
        Assert.Empty(await workspace.Store.Customers.LastTicketsAsync("c2", CancellationToken.None));
    }
}
