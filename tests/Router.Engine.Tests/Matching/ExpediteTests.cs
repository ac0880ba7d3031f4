using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;

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
}
