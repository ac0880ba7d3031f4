using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Queries;

/// <summary>Open tickets, page by page.</summary>
public sealed class TicketListTests
{
    private static readonly TicketState[] Waiting = [TicketState.Queued, TicketState.Offered];

    [Fact]
    public void Waiting_tickets_come_in_due_order_over_all_queues_and_channels()
    {
        var workspace = new Workspace(Rules.Standard with
        {
            Queues = [Rules.Queue(Rules.Service) with { PriorityHeadStart = new Dictionary<int, int> { [2] = 600 } }, Rules.Queue("sales")],
        });
        var email = workspace.Submit("email");
        var chat = workspace.Submit("chat", c => c with { Queue = "sales" });
        var call = workspace.Submit("call");
        var urgent = workspace.Submit("call", c => c with { Priority = 2 });

        Assert.Equal([urgent, call, chat, email], Ids(workspace, new("", "", Waiting, default, 9)));
        Assert.Equal([chat], Ids(workspace, new("sales", "", Waiting, default, 9)));
        Assert.Equal([urgent, call], Ids(workspace, new(Rules.Service, "call", Waiting, default, 9)));
    }

    [Fact]
    public void Pages_together_are_the_whole_list_whatever_their_size()
    {
        var workspace = new Workspace();
        var submitted = Enumerable.Range(0, 25).Select(i => workspace.After(1).Submit(i % 3 == 0 ? "chat" : "call")).ToList();
        var whole = Ids(workspace, new("", "", Waiting, default, 100));
        Assert.Equal(submitted.Order(), whole.Order());
        for (var size = 1; size < 27; size += 5)
        {
            var pages = new List<string>();
            var after = default(ListPlace);
            while (workspace.Engine.Tickets(new("", "", Waiting, after, size)) is { Tickets: { Count: > 0 } page, Total: 25 })
            {
                pages.AddRange(page.Select(t => t.Record.Id));
                after = page[^1].Place;
            }

            Assert.Equal(whole, pages);
        }
    }

    [Fact]
    public void Tickets_are_listed_and_counted_by_state()
    {
        var workspace = new Workspace().Agent("ann");
        var scheduled = workspace.Submit("call", startsIn: 3_600);
        var assigned = workspace.Submit("chat");
        workspace.Accept(assigned);
        var offered = workspace.Submit("chat");
        var queued = workspace.Submit("chat");

        foreach (var (id, state) in new[]
        {
            (scheduled, TicketState.Scheduled), (assigned, TicketState.Assigned), (offered, TicketState.Offered), (queued, TicketState.Queued),
        })
        {
            var page = workspace.Engine.Tickets(new("", "", [state], default, 9));
            var ticket = Assert.Single(page.Tickets);
            Assert.Equal((id, 1, state is TicketState.Queued or TicketState.Offered), (ticket.Record.Id, page.Total, ticket.Waiting is not null));
        }

        Assert.Equal([assigned, offered, queued, scheduled], Ids(workspace, new("", "", Enum.GetValues<TicketState>(), default, 9)));
    }

    private static List<string> Ids(Workspace workspace, TicketQuery asked) =>
        [.. workspace.Engine.Tickets(asked).Tickets.Select(t => t.Record.Id)];
}
