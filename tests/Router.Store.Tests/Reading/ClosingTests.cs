using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Reading;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class ClosingTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private const long DayMs = 86_400_000;

    private static readonly HashSet<TicketState> Both = [TicketState.Completed, TicketState.Abandoned];

    [Fact]
    public async Task FindAsync_PageByPage_GivesEachTicketOnceTheLastClosedFirst()
    {
        var workspace = await fixture.OwnAsync();
        var closed = new List<(string Id, long At)>();
        for (var batch = 0; batch < 300; batch++)
        {
            var tickets = Enumerable.Range(0, batch % 4).Select(i => ($"t{batch}-{i}", Batches.Noon + (batch * DayMs / 100) + i)).ToList();
            closed.AddRange(tickets);
            // The engine gives them in any order.
            await workspace.CommitAsync(Batches.With([.. tickets.AsEnumerable().Reverse().Select(t => Batches.Ticket(t.Item1, TicketState.Completed) with { StateSince = t.Item2 })]));
        }

        foreach (var size in new[] { 1, 7, 1_000 })
        {
            Assert.Equal(closed.AsEnumerable().Reverse().Select(t => t.Id), await AllAsync(workspace, new ClosingQuery(Both), size));
        }

        // Each ticket's moment as a limit, with and without the page token of a query that had none.
        foreach (var (_, at) in closed.Where((_, i) => i % 40 == 0))
        {
            var limited = new ClosingQuery(Both) { From = at - DayMs, Until = at };
            var expected = closed.Where(t => t.At >= at - DayMs && t.At < at).Reverse().Select(t => t.Id).ToList();
            Assert.Equal(expected, await AllAsync(workspace, limited, 50));
            var beyond = (await workspace.Store.Closings.FindAsync(new ClosingQuery(Both), 3, CancellationToken.None)).Last!.Place;
            Assert.Equal(expected.Where(id => closed.FindIndex(t => t.Id == id) < closed.Count - 3), await AllAsync(workspace, limited with { After = beyond }, 50));
        }
    }

    [Fact]
    public async Task FindAsync_OfOneAmongTooMany_LooksAtSoManyOnlyAndGoesOn()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("wanted", TicketState.Abandoned)));
        for (var batch = 0; batch < 11; batch++)
        {
            await workspace.CommitAsync(Batches.With([.. Enumerable.Range(0, 2_000).Select(i => Batches.Ticket($"t{batch}-{i}", TicketState.Completed))]));
        }

        var query = new ClosingQuery(new HashSet<TicketState> { TicketState.Abandoned });
        var first = await workspace.Store.Closings.FindAsync(query, 50, CancellationToken.None);
        var second = await workspace.Store.Closings.FindAsync(query with { After = first.Last!.Place }, 50, CancellationToken.None);

        Assert.Empty(first.Found);
        Assert.Equal("t1-0", first.Last.TicketId);
        Assert.Equal("wanted", Assert.Single(second.Found).TicketId);
        Assert.Null(second.Last);
    }

    [Fact]
    public async Task ReadAsync_OfWhatWasFound_GivesTheTicketsThatAreStillClosed()
    {
        var workspace = await fixture.OwnAsync();
        var closed = Filled.Make<TicketRecord>() with { State = TicketState.Completed };
        await workspace.CommitAsync(Batches.With(closed, closed with { Id = "reopened" }, closed with { Id = "again" }));
        await fixture.Database.HashDeleteAsync(workspace.Keys.Closed("2023-11-14"), "reopened");
        await workspace.CommitAsync(Batches.With(closed with { Id = "again", StateSince = closed.StateSince + 1 }));

        var found = (await workspace.Store.Closings.FindAsync(new ClosingQuery(Both), 50, CancellationToken.None)).Found;
        var read = await workspace.Store.ClosedTickets.ReadAsync(found, CancellationToken.None);

        Assert.Equal(["again", closed.Id], read.Select(r => r.Ticket.Id));
        var (closing, ticket) = read[1];
        Assert.Equal(
            (ticket.Id, ticket.StateSince, ticket.State, ticket.Content.Queue, ticket.Content.Channel, ticket.AgentId, ticket.Content.CustomerId),
            (closing.TicketId, closing.At, closing.State, closing.Queue, closing.Channel, closing.AgentId, closing.CustomerId));
    }

    [Fact]
    public async Task FindAsync_OfDaysThatAnEarlierServerWrote_FindsTheOthers()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("early", TicketState.Completed)));
        await workspace.CommitAsync(Batches.With(Batches.Ticket("late", TicketState.Completed) with { StateSince = Batches.Noon + DayMs }));
        await fixture.Database.KeyDeleteAsync(workspace.Keys.Closings("2024-05-01"));

        Assert.Equal(["late"], await AllAsync(workspace, new ClosingQuery(Both), 50));
        Assert.Empty(await AllAsync(workspace, new ClosingQuery(Both) { Until = Batches.Noon + 1 }, 50));
    }

    private static async Task<List<string>> AllAsync(WorkspaceUnderTest workspace, ClosingQuery query, int size)
    {
        var read = new List<string>();
        while (true)
        {
            var page = await workspace.Store.Closings.FindAsync(query, size, CancellationToken.None);
            Assert.InRange(page.Found.Count, 0, size);
            read.AddRange(page.Found.Select(f => f.TicketId));
            if (page.Last is null)
            {
                return read;
            }

            query = query with { After = page.Last.Place };
        }
    }
}
