using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Offers to several agents at once.</summary>
public sealed class BroadcastTests
{
    private static readonly WorkspacePolicy Three = Rules.WithService(q => q with { OfferWidth = 3 });

    [Fact]
    public void As_many_as_the_queue_says_are_offered_it_and_the_first_to_accept_has_it()
    {
        var workspace = new Workspace(Three).Agent("ann").After(1).Agent("bob").After(1).Agent("cid").After(1).Agent("dan");
        var call = workspace.Submit("call");
        Assert.Equal(["1-1 > ann", "1-1 > bob", "1-1 > cid"], workspace.Given());
        Assert.Equal([1, 2, 3], workspace.Ticket(call).Offers.Select(o => o.OfferNo));

        workspace.After(4).Do(new Accept("bob", call, 2));
        Assert.Equal(("bob", TicketState.Assigned, 0), (workspace.Holder(call), workspace.State(call), workspace.Ticket(call).Offers.Count));
        Assert.Equal(["ann 1 Taken 4000", "cid 3 Taken 4000"], Ended(workspace));
        Assert.Equal(Reason.OfferWithdrawn, workspace.Refusal(new Accept("ann", call, 1)));
        Assert.Equal(Reason.NotYourOffer, workspace.Refusal(new Accept("dan", call, 3)));
        Assert.Equal(Reason.OfferAnswered, workspace.Refusal(new Accept("bob", call, 2)));
        workspace.Complete(call, "");
        Assert.Empty(workspace.View("ann").Record.Missed);
    }

    [Fact]
    public void Where_fewer_are_free_it_is_offered_to_those_and_who_comes_later_waits_for_the_end_of_their_offers()
    {
        var workspace = new Workspace(Three).Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.After(5).Agent("cid");
        Assert.Equal(2, workspace.Given().Count);
        var standing = workspace.Engine.Explain(call, "cid")!.Agent!;
        Assert.Equal([WhyNot.AnotherAgent], standing.WhyNot);
        Assert.Equal(workspace.Now + 15_000, standing.Until);

        workspace.After(15);
        Assert.Equal("1-1 > cid", workspace.Given()[^1]);
    }

    [Fact]
    public void Nobody_missed_what_several_left_unanswered_and_one_alone_did()
    {
        var workspace = new Workspace(Three).Agent("ann").Agent("bob");
        workspace.Submit("call");
        workspace.After(20);
        Assert.Equal(["ann 1 Unanswered 20000", "bob 2 Unanswered 20000"], Ended(workspace));
        Assert.All(["ann", "bob"], id => Assert.Equal(Agents.Presence.Available, workspace.View(id).Record.Presence));

        workspace.Away("bob");
        workspace.After(60).After(20);
        Assert.Equal("ann 3 Missed 20000", Ended(workspace)[^1]);
        Assert.Equal(Agents.Presence.Away, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void Who_declines_leaves_it_to_the_others_and_the_last_one_puts_it_back()
    {
        var workspace = new Workspace(Three).Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Offered, workspace.Do(new Decline("ann", call, 1, "busy")));
        Assert.Equal(["bob"], workspace.Ticket(call).Offers.Select(o => o.AgentId));
        Assert.Equal(TicketState.Queued, workspace.Do(new Decline("bob", call, 2, "")));
        Assert.Equal(2, workspace.Ticket(call).Declines);
    }

    [Fact]
    public void Who_goes_leaves_it_to_the_others()
    {
        var workspace = new Workspace(Three).Agent("ann").Agent("bob").Agent("cid");
        var call = workspace.Submit("call");
        workspace.Lose("ann");
        workspace.Away("bob");
        Assert.Equal(["ann 1 SessionLost 0", "bob 2 PresenceChanged 0"], Ended(workspace));
        workspace.Reload().Do(new Accept("cid", call, 3));
        Assert.Equal("cid", workspace.Holder(call));
    }

    [Fact]
    public void It_reserves_no_capacity_and_what_fits_no_more_beside_other_accepted_work_is_taken_back()
    {
        var workspace = new Workspace(Tight).Agent("ann").Agent("bob");
        var (first, second) = (workspace.Submit("chat"), workspace.Submit("chat"));
        Assert.Equal(4, workspace.Given().Count);
        Assert.Equal(0, workspace.View("ann").CapacityUsed);

        workspace.Do(new Accept("ann", first, 1));
        Assert.Equal(["bob 2 Taken 0", "ann 1 Capacity 0"], Ended(workspace));
        workspace.Do(new Accept("bob", second, 2));
        Assert.Equal(("ann", "bob"), (workspace.Holder(first), workspace.Holder(second)));
    }

    [Fact]
    public void What_fits_no_more_is_taken_back_and_nothing_else()
    {
        var workspace = new Workspace(Tight).Agent("ann");
        var email = workspace.Submit("email");
        workspace.Agent("bob");
        workspace.Do(new Transfer("ann", email, 1, new("", null, [], "bob"), "", IsWarm: true));
        var (first, second) = (workspace.Submit("chat"), workspace.Submit("chat"));
        workspace.Change(p => p.WithChannel("email", c => c with { Max = 0 }));
        workspace.Do(new Accept("bob", first, workspace.Ticket(first).OfferTo("bob")));
        Assert.Equal((0, "bob"), (workspace.Ticket(second).OfferTo("bob"), workspace.Ticket(email).PeerOffer?.AgentId));
    }

    [Fact]
    public void An_accept_that_no_longer_fits_is_refused()
    {
        var workspace = new Workspace(Tight).Agent("ann").Agent("bob");
        var (first, second) = (workspace.Submit("chat"), workspace.Submit("chat"));
        workspace.Do(new AssignTickets([first], false, "now", By: null, "ann", PastCapacity: false));
        Assert.Equal(Reason.Capacity, workspace.Refusal(new Accept("ann", second, 1)));
        workspace.Do(new Accept("bob", second, 2));
    }

    [Fact]
    public void When_the_customer_leaves_all_are_free_for_what_waits()
    {
        var workspace = new Workspace(Three).Agent("ann").Agent("bob").Agent("cid");
        var (first, second) = (workspace.Submit("call"), workspace.Submit("call"));
        Assert.Equal(TicketState.Queued, workspace.State(second));
        workspace.End(first);
        Assert.Equal(3, workspace.Ticket(second).Offers.Count);
    }

    [Fact]
    public void An_outage_takes_all_back_and_blames_nobody()
    {
        var workspace = new Workspace(Three).Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.Restart(seconds: 30, sessionsLive: true);
        Assert.Equal(2, workspace.FactsOf<OfferEnded>().Count(e => e.End == OfferEnd.Outage));
        Assert.Equal([3, 4], workspace.Ticket(call).Offers.Select(o => o.OfferNo));
    }

    [Fact]
    public void The_tenth_decline_ends_the_offers_of_the_others_and_those_who_decide_are_asked()
    {
        var workspace = new Workspace(Rules.Standard with
        {
            Queues = [Rules.Queue(Rules.Service) with { OfferWidth = 10, Escalation = new QueueStep { AfterMs = 0, Queue = "lead" } }, Rules.Queue("lead")],
        });
        for (var i = 0; i < 10; i++)
        {
            workspace.Agent($"a{i}", a => a with { Queues = [Rules.Service] });
        }

        var call = workspace.Submit("call");
        for (var i = 0; i < 9; i++)
        {
            workspace.Do(new Decline($"a{i}", call, i + 1, ""));
        }

        workspace.After(20).After(40);
        var offer = workspace.Ticket(call).Offers[0];
        workspace.Agent("ann", a => a with { Queues = ["lead"] });
        workspace.Do(new Decline(offer.AgentId, call, offer.OfferNo, ""));
        Assert.Equal(8, workspace.FactsOf<OfferEnded>().Count(e => e.End == OfferEnd.Escalated));
        Assert.Equal(["ann"], workspace.Ticket(call).Offers.Select(o => o.AgentId));
    }

    /// <summary>Two chats may be offered to an agent at once who has room for one.</summary>
    private static WorkspacePolicy Tight =>
        (Rules.WithService(q => q with { OfferWidth = 2 }) with { LiveOffersPerAgent = 2 }).WithChannel("chat", c => c with { Max = 1 });

    private static List<string> Ended(Workspace workspace) =>
        workspace.FactsOf<OfferEnded>().ConvertAll(e => $"{e.AgentId} {e.OfferNo} {e.End} {e.OpenMs}");
}
