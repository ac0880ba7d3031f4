using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Closed tickets as a supervisor lists them.</summary>
public sealed class ClosedListTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private static readonly V1.TicketState[] Final =
        [V1.TicketState.Completed, V1.TicketState.Abandoned, V1.TicketState.Cancelled, V1.TicketState.Expired];

    public static TheoryData<string, Action<V1.ListTicketsRequest>, string, string> Mistakes => new()
    {
        { "a page of open tickets", r => r.PageToken = "18c-1", "INVALID_REQUEST", "page_token" },
        { "a page of no day", r => r.PageToken = "2026-13-01.1.0", "INVALID_REQUEST", "page_token" },
        { "a page below nothing", r => r.PageToken = "2026-11-01.ffffffffffffffff.0", "INVALID_REQUEST", "page_token" },
        { "a page at an index below nothing", r => r.PageToken = "2026-11-01.1.ffffffff", "INVALID_REQUEST", "page_token" },
        { "a page of one more part", r => r.PageToken = "2026-11-01.1.0.0", "INVALID_REQUEST", "page_token" },
        { "a long agent", r => r.AgentId = new string('a', 129), "TOO_LARGE", "agent_id" },
        { "a long customer", r => r.CustomerId = new string('c', 257), "TOO_LARGE", "customer_id" },
        { "a control character", r => r.CustomerId = "a\nb", "INVALID_REQUEST", "customer_id" },
        { "a time before the year 1", r => r.ClosedFrom = new Timestamp { Seconds = long.MinValue }, "INVALID_REQUEST", "closed_from" },
        { "a time past 9999", r => r.ClosedUntil = new Timestamp { Seconds = long.MaxValue }, "INVALID_REQUEST", "closed_until" },
        { "an open state beside a final one", r => r.States.Add(V1.TicketState.Parked), "INVALID_REQUEST", "states[4]" },
        { "201 tickets", r => r.Limit = 201, "OUT_OF_RANGE", "limit" },
    };

    [Fact]
    public async Task Closed_tickets_are_read_page_by_page_the_last_closed_first_while_others_close()
    {
        using var queue = await server.NewQueueAsync();
        var closed = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            closed.Add(await CancelledAsync(queue));
        }

        var read = new List<string>();
        var page = Asked(queue);
        page.Limit = 3;
        do
        {
            var answer = await server.Admin.Supervisors.ListTicketsAsync(page);
            Assert.Equal(0, answer.Total);
            read.AddRange(answer.Tickets.Select(t => t.Id));
            page.PageToken = answer.NextPageToken;
            await CancelledAsync(queue);
        }
        while (page.PageToken.Length > 0);

        Assert.Equal(Enumerable.Reverse(closed), read);
    }

    [Fact]
    public async Task They_are_found_by_state_channel_agent_customer_and_time()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var served = (await queue.SubmitAsync(change: t => t.Customer = new() { Id = "c1", Name = "Ann" })).TicketId;
        await agent.NextAsync(Update.Offer);
        await agent.DoAsync(new() { Accept = new() { TicketId = served, OfferNo = 1 } });
        await agent.DoAsync(new() { Complete = new() { TicketId = served, AssignmentNo = 1 } });
        await agent.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "break" } });
        var chat = await CancelledAsync(queue, "chat");
        var agentId = (await FindAsync(queue, r => r.CustomerId = "c1"))[0].Assignment.AgentId;
        var servedAt = (await server.Admin.Tickets.GetAsync(new() { TicketId = served })).StateSince;
        var chatAt = (await server.Admin.Tickets.GetAsync(new() { TicketId = chat })).StateSince;

        Assert.Equal([chat, served], Ids(await FindAsync(queue, _ => { })));
        Assert.Equal([served], Ids(await FindAsync(queue, r => r.CustomerId = "c1")));
        Assert.Equal([served], Ids(await FindAsync(queue, r => r.AgentId = agentId)));
        Assert.Equal([chat], Ids(await FindAsync(queue, r => r.Channel = "chat")));
        Assert.Equal([served], Ids(await FindAsync(queue, r => r.States.Remove(V1.TicketState.Cancelled))));
        Assert.Equal([chat], Ids(await FindAsync(queue, r => r.ClosedFrom = chatAt)));
        Assert.Equal([served], Ids(await FindAsync(queue, r => (r.ClosedFrom, r.ClosedUntil) = (servedAt, chatAt))));
        Assert.Empty(await FindAsync(queue, r => r.ClosedUntil = servedAt));
        Assert.Empty(await FindAsync(queue, r => r.CustomerId = "c"));
        Assert.Empty(await FindAsync(queue, r => r.AgentId = "nobody"));
        Assert.Empty(await FindAsync(queue, r => r.Queue = "gone-by-now"));
    }

    [Fact]
    public async Task A_reopened_ticket_is_not_among_them_until_it_is_closed_again()
    {
        using var queue = await server.NewQueueAsync(q => q.ReopenWindow = Duration.FromTimeSpan(TimeSpan.FromDays(1)));
        var (agent, ticket) = await queue.OwnerAsync();
        await agent.DoAsync(new() { Complete = new() { TicketId = ticket, AssignmentNo = 1 } });
        Assert.Equal([ticket], Ids(await FindAsync(queue, _ => { })));

        await queue.Adapter.Tickets.ReopenAsync(new() { TicketId = ticket });
        Assert.Empty(await FindAsync(queue, _ => { }));

        await queue.Adapter.Tickets.CancelAsync(new() { TicketId = ticket, Reason = V1.CancelReason.Withdrawn });
        Assert.Equal([ticket], Ids(await FindAsync(queue, _ => { })));
    }

    [Fact]
    public async Task A_page_of_large_tickets_holds_fewer_and_goes_on()
    {
        using var queue = await server.NewQueueAsync();
        for (var i = 0; i < 5; i++)
        {
            await CancelledAsync(queue, change: t =>
            {
                for (var k = 0; k < 16; k++)
                {
                    t.Attributes[$"a{k}"] = new string('x', 4_000);
                }
            });
        }

        var page = Asked(queue);
        var first = await server.Admin.Supervisors.ListTicketsAsync(page);
        page.PageToken = first.NextPageToken;
        var second = await server.Admin.Supervisors.ListTicketsAsync(page);

        Assert.Equal((3, 2, ""), (first.Tickets.Count, second.Tickets.Count, second.NextPageToken));
        Assert.Equal(first.Tickets[^1].StateSince, first.LookedBackTo);
        Assert.Null(second.LookedBackTo);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named(string what, Action<V1.ListTicketsRequest> make, string reason, string field)
    {
        var request = new V1.ListTicketsRequest { States = { Final } };
        make(request);

        var told = await Told.ByAsync(server.Admin.Supervisors.ListTicketsAsync(request));

        Assert.Equal((what, StatusCode.InvalidArgument, reason, field), (what, told.Code, told.Reason, told.Field));
    }

    private async Task<IReadOnlyList<V1.Ticket>> FindAsync(TestQueue queue, Action<V1.ListTicketsRequest> change)
    {
        var request = Asked(queue);
        change(request);
        return (await server.Admin.Supervisors.ListTicketsAsync(request)).Tickets;
    }

    private static V1.ListTicketsRequest Asked(TestQueue queue) => new() { Queue = queue.Name, States = { Final } };

    private static IEnumerable<string> Ids(IEnumerable<V1.Ticket> tickets) => tickets.Select(t => t.Id);

    private static async Task<string> CancelledAsync(TestQueue queue, string channel = "call", Action<V1.SubmitRequest>? change = null)
    {
        var ticket = (await queue.SubmitAsync(channel, change)).TicketId;
        await queue.Adapter.Tickets.CancelAsync(new() { TicketId = ticket, Reason = V1.CancelReason.Withdrawn });
        return ticket;
    }
}
