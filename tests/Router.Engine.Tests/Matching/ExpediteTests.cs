using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

public sealed class ExpediteTests
{
    private static readonly WorkspacePolicy Policy = Rules.WithoutWrapUp with
    {
        Queues =
        [
            Rules.Queue(Rules.Service) with
            {
                Steps = [new QueueStep { AfterMs = 60_000, IsExpedited = true }, new QueueStep { AfterMs = 90_000 }],
                PriorityHeadStart = new Dictionary<int, int> { [1] = 1_000 },
            },
        ],
    };

    private readonly Workspace _workspace = new(Policy);

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(90, false)]
    public void While_the_step_lasts_the_ticket_goes_first(int after, bool first)
    {
        var call = _workspace.Submit("call");
        _workspace.After(after);
        var due = _workspace.Submit("call", c => c with { Priority = 1 });
        _workspace.Reload().Agent("ann");
        Assert.Equal(first ? call : due, _workspace.FactsOf<OfferMade>().Single().TicketId);
        Assert.Equal(first ? 1 : 2, _workspace.Engine.Place(call)!.Position);
    }

    [Fact]
    public void Its_history_says_so()
    {
        var call = _workspace.Submit("call");
        _workspace.After(90);
        Assert.Equal(["expedited", ""], _workspace.Ticket(call).History.Where(h => h.Kind == FactKind.TicketExpedited).Select(h => h.Detail));
    }

    [Fact]
    public void In_lists_it_stands_first_and_the_next_page_begins_behind_it()
    {
        var call = _workspace.Submit("call");
        _workspace.After(60);
        var due = _workspace.Submit("call", c => c with { Priority = 1 });
        var first = Assert.Single(Page(default).Tickets);
        Assert.Equal((call, due), (first.Record.Id, Assert.Single(Page(first.Place).Tickets).Record.Id));
    }

    private TicketPage Page(ListPlace after) => _workspace.Engine.Tickets(new TicketQuery("", "", [TicketState.Queued], after, 1));
}
