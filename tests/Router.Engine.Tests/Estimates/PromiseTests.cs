using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Estimates;

/// <summary>A ticket that comes while the only agent has one is promised 691 s. The tests' time begins on a Friday at 08:00 UTC.</summary>
public sealed class PromiseTests
{
    private const int Promised = 691;

    private readonly Workspace _workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
    private string _inHand = "";

    [Fact]
    public void A_promise_is_kept_when_an_agent_has_the_ticket_by_then()
    {
        var call = Waiting();

        _workspace.After(Promised - 1).Complete(_inHand);
        _workspace.After(1).Accept(call);

        Assert.Equal((true, Promised, Promised * 1_000L), Judged(call));
        Assert.Equal(PromiseFate.Kept, _workspace.Ticket(call).PromiseFate);
        Assert.Equal((1, 1), Counted());
        Assert.Equal($"kept: {Promised}", History(call));
    }

    [Fact]
    public void A_promise_is_broken_as_soon_as_its_time_is_over_and_the_ticket_still_waits()
    {
        var call = Waiting();

        _workspace.After(Promised);
        Assert.Empty(_workspace.FactsOf<PromiseJudged>());
        _workspace.After(0.001);

        Assert.Equal((false, Promised, 0L), Judged(call));
        Assert.Equal((PromiseFate.Broken, TicketState.Queued), (_workspace.Ticket(call).PromiseFate, _workspace.State(call)));
        Assert.Equal((1, 0), Counted());
        Assert.Equal($"broken: {Promised}", History(call));
        _workspace.Reload().After(1_000).End(call);
        Assert.Single(_workspace.FactsOf<PromiseJudged>());
    }

    [Fact]
    public void It_is_broken_while_it_rings_too()
    {
        var call = Waiting();

        _workspace.After(Promised - 5).Agent("bob");
        Assert.Equal(TicketState.Offered, _workspace.State(call));
        _workspace.After(6);
        Assert.Equal((TicketState.Offered, PromiseFate.Broken), (_workspace.State(call), _workspace.Ticket(call).PromiseFate));
        _workspace.After(15);

        Assert.Equal(OfferEnd.Missed, _workspace.FactsOf<OfferEnded>()[^1].End);
    }

    [Fact]
    public void Who_is_served_at_once_or_leaves_before_the_time_is_not_judged()
    {
        var first = _workspace.Submit("call");
        _workspace.After(8).Accept(first);
        var second = _workspace.Submit("call");
        _workspace.After(Promised).End(second);

        Assert.Empty(_workspace.FactsOf<PromiseJudged>());
        Assert.All([first, second], t => Assert.Equal(PromiseFate.NotJudged, _workspace.Ticket(t).PromiseFate));
        Assert.Equal((0, 0), Counted());
    }

    [Fact]
    public void Who_is_offered_to_a_second_agent_has_waited()
    {
        _workspace.Agent("bob");
        var call = _workspace.Submit("call");
        _workspace.After(3).Decline(call);
        _workspace.After(3).Accept(call);

        Assert.Equal((true, _workspace.Ticket(call).Told.PromiseSeconds, 6_000L), Judged(call));
    }

    [Fact]
    public void A_ticket_that_is_moved_is_judged_on_what_it_was_told_first()
    {
        var workspace = new Workspace(Rules.Standard with { Queues = [Rules.Queue(Rules.Service), Rules.Queue("other")] }).Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        var call = workspace.Submit("call");
        var told = workspace.Ticket(call).Told.PromiseSeconds;
        workspace.After(told - 100).Do(new MoveTickets([call], SkipRefused: false, "", By: null, "other"));
        workspace.After(101);

        Assert.False(Assert.Single(workspace.FactsOf<PromiseJudged>()).Kept);
        Assert.Equal(told, workspace.Ticket(call).Told.PromiseSeconds);
        Assert.Equal((1, 0), workspace.Engine.LiveRows().Where(r => r.Queue == "other").Select(r => (r.PromisesJudged, r.PromisesKept)).Single());
    }

    [Fact]
    public void The_first_number_is_the_promise_where_none_could_be_told_at_first()
    {
        var workspace = new Workspace(Rules.Standard with { Queues = [Rules.Queue(Rules.Service), Rules.Queue("other")] })
            .Agent("ann", a => a with { Queues = ["other"] });
        var call = workspace.Submit("call");
        Assert.Equal(0, workspace.Ticket(call).PromiseUntil);
        workspace.Accept(workspace.Submit("call", t => t.In("other")));
        workspace.After(60).Do(new MoveTickets([call], SkipRefused: false, "", By: null, "other"));

        var ticket = workspace.Ticket(call);
        Assert.Equal(workspace.Now + (ticket.Told.PromiseSeconds * 1_000L), ticket.PromiseUntil);
    }

    [Fact]
    public void What_is_counted_begins_anew_at_midnight()
    {
        Waiting();
        _workspace.After(Promised + 1);
        Assert.Equal((1, 0), Counted());
        _workspace.After((16 * 3_600) - Promised - 2);
        Assert.Equal((1, 0), Counted());
        _workspace.After(1);
        Assert.Equal((0, 0), Counted());
    }

    private string Waiting()
    {
        _inHand = _workspace.Submit("call");
        _workspace.Accept(_inHand);
        var call = _workspace.Submit("call");
        Assert.Equal(Promised, _workspace.Ticket(call).Told.PromiseSeconds);
        return call;
    }

    private (bool Kept, int Promise, long WaitedMs) Judged(string ticketId)
    {
        var fact = Assert.Single(_workspace.FactsOf<PromiseJudged>());
        Assert.Equal(ticketId, fact.TicketId);
        return (fact.Kept, fact.PromiseSeconds, fact.WaitedMs);
    }

    private (int Judged, int Kept) Counted() =>
        (_workspace.Engine.LiveRows().Sum(r => r.PromisesJudged), _workspace.Engine.LiveRows().Sum(r => r.PromisesKept));

    private string History(string ticketId) => _workspace.Ticket(ticketId).History.Single(h => h.Kind == FactKind.PromiseJudged).Detail;
}
