using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>Tickets as a supervisor lists them.</summary>
public sealed class TicketListTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    public static TheoryData<string, Action<V1.ListTicketsRequest>, StatusCode, string, string> Mistakes => new()
    {
        { "an unknown queue", r => r.Queue = "nowhere", StatusCode.NotFound, "UNKNOWN_QUEUE", "queue" },
        { "an unknown channel", r => r.Channel = "fax", StatusCode.InvalidArgument, "UNKNOWN_CHANNEL", "channel" },
        { "a long queue", r => r.Queue = new string('q', 65), StatusCode.InvalidArgument, "TOO_LARGE", "queue" },
        { "201 tickets", r => r.Limit = 201, StatusCode.InvalidArgument, "OUT_OF_RANGE", "limit" },
        { "a state of none", r => r.States.Add(V1.TicketState.Unspecified), StatusCode.InvalidArgument, "INVALID_REQUEST", "states[0]" },
        { "a strange state", r => r.States.Add((V1.TicketState)77), StatusCode.InvalidArgument, "INVALID_REQUEST", "states[0]" },
        { "a final state beside an open one", r => r.States.Add([V1.TicketState.Queued, V1.TicketState.Completed]), StatusCode.InvalidArgument, "INVALID_REQUEST", "states[1]" },
        { "an agent, of open tickets", r => r.AgentId = "anna", StatusCode.InvalidArgument, "INVALID_REQUEST", "agent_id" },
        { "a customer, of open tickets", r => r.CustomerId = "c1", StatusCode.InvalidArgument, "INVALID_REQUEST", "customer_id" },
        { "a time, of open tickets", r => r.ClosedFrom = new(), StatusCode.InvalidArgument, "INVALID_REQUEST", "closed_from" },
        { "an end, of open tickets", r => r.ClosedUntil = new(), StatusCode.InvalidArgument, "INVALID_REQUEST", "closed_until" },
        { "a made-up page", r => r.PageToken = "next", StatusCode.InvalidArgument, "INVALID_REQUEST", "page_token" },
        { "a page below nothing", r => r.PageToken = "ffffffffffffffff-1", StatusCode.InvalidArgument, "INVALID_REQUEST", "page_token" },
    };

    [Fact]
    public async Task Waiting_tickets_are_read_page_by_page_in_due_order()
    {
        using var queue = await server.NewQueueAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await queue.SubmitAsync()).TicketId);
        }

        var read = new List<V1.Ticket>();
        var page = new V1.ListTicketsRequest { Queue = queue.Name, Limit = 2 };
        do
        {
            var answer = await server.Admin.Supervisors.ListTicketsAsync(page);
            Assert.Equal(5, answer.Total);
            read.AddRange(answer.Tickets);
            page.PageToken = answer.NextPageToken;
        }
        while (page.PageToken.Length > 0);

        Assert.Equal(ids, read.Select(t => t.Id));
        Assert.Equal([1, 2, 3, 4, 5], read.Select(t => t.Waiting.Position));
    }

    [Fact]
    public async Task A_page_of_large_tickets_holds_fewer_and_goes_on()
    {
        using var queue = await server.NewQueueAsync();
        for (var i = 0; i < 5; i++)
        {
            await queue.SubmitAsync(change: t =>
            {
                for (var k = 0; k < 16; k++)
                {
                    t.Attributes[$"a{k}"] = new string('x', 4_000);
                }
            });
        }

        var first = await server.Admin.Supervisors.ListTicketsAsync(new() { Queue = queue.Name });
        var second = await server.Admin.Supervisors.ListTicketsAsync(new() { Queue = queue.Name, PageToken = first.NextPageToken });

        Assert.Equal((3, 2, ""), (first.Tickets.Count, second.Tickets.Count, second.NextPageToken));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named(string what, Action<V1.ListTicketsRequest> make, StatusCode code, string reason, string field)
    {
        var request = new V1.ListTicketsRequest();
        make(request);

        var told = await Told.ByAsync(server.Admin.Supervisors.ListTicketsAsync(request));

        Assert.Equal((what, code, reason, field), (what, told.Code, told.Reason, told.Field));
    }
}
