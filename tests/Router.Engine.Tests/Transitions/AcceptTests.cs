using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class AcceptTests
{
    [Fact]
    public void It_is_answered_with_the_assignment_number_and_the_wait()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        Assert.Equal(1, workspace.After(3).Do(new Accept("ann", call, 1)));
        var assigned = Assert.Single(workspace.FactsOf<TicketAssigned>());
        Assert.Equal((1, "ann", 1, 3_000), (assigned.AssignmentNo, assigned.AgentId, assigned.OfferNo, assigned.WaitMs));
    }

    [Fact]
    public void In_the_last_millisecond_of_the_offer_it_is_in_time()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.After(19.999).Accept(call);
        Assert.Equal(TicketState.Assigned, workspace.State(call));
    }

    [Fact]
    public void When_the_offer_has_ended_it_is_too_late()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        Assert.Equal(Reason.OfferExpired, workspace.After(20).Refusal(new Accept("ann", call, 1)));
    }

    [Fact]
    public void Of_an_unknown_ticket_it_is_refused() =>
        Assert.Equal(Reason.UnknownTicket, new Workspace().Agent("ann").Refusal(new Accept("ann", "9-9", 1)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Of_an_offer_that_was_never_made_it_is_refused(int offerNo)
    {
        var workspace = new Workspace().Agent("ann");
        Assert.Equal(Reason.OfferUnknown, workspace.Refusal(new Accept("ann", workspace.Submit("call"), offerNo)));
    }

    [Fact]
    public void Of_another_agents_offer_it_is_refused_open_or_past()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        Assert.Equal(Reason.NotYourOffer, workspace.Refusal(new Accept("bob", call, 1)));
        workspace.Decline(call);
        Assert.Equal(Reason.NotYourOffer, workspace.Refusal(new Accept("bob", call, 1)));
        Assert.Equal(Reason.NotYourOffer, workspace.Refusal(new Accept("ann", call, 2)));
    }

    [Fact]
    public void A_second_time_it_is_refused_as_answered()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(Reason.OfferAnswered, workspace.Refusal(new Accept("ann", call, 1)));
        workspace.Complete(call);
        Assert.Equal(Reason.OfferAnswered, workspace.Refusal(new Accept("ann", call, 1)));
    }

    [Fact]
    public void Of_a_declined_offer_it_is_refused_as_answered()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Decline(call);
        Assert.Equal(Reason.OfferAnswered, workspace.Refusal(new Accept("ann", call, 1)));
    }

    [Fact]
    public void Of_a_withdrawn_offer_it_is_refused_as_withdrawn()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Away("ann");
        Assert.Equal(Reason.OfferWithdrawn, workspace.Refusal(new Accept("ann", call, 1)));
    }

    [Fact]
    public void Of_an_older_offer_it_says_how_that_one_ended()
    {
        var workspace = new Workspace(Rules.WithChannel("call", c => c with { MissedLimit = 0 })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.After(20).After(60);
        Assert.Equal(2, workspace.Ticket(call).OfferNo);
        Assert.Equal(Reason.OfferExpired, workspace.Refusal(new Accept("ann", call, 1)));
    }

    [Fact]
    public void After_an_end_that_crossed_it_the_ticket_is_gone()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.End(call);
        Assert.Equal(Reason.UnknownTicket, workspace.Refusal(new Accept("ann", call, 1)));
        Assert.Equal(OfferEnd.Abandoned, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
    }

    [Fact]
    public void It_makes_room_for_the_next_offer_where_capacity_is_left()
    {
        var workspace = new Workspace().Agent("ann");
        var first = workspace.Submit("chat");
        var second = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(second));
        workspace.Accept(first);
        Assert.Equal(TicketState.Offered, workspace.State(second));
    }

    [Fact]
    public void Its_ticket_forgets_who_declined_it()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.Decline(call);
        workspace.Accept(call);
        Assert.Empty(workspace.Ticket(call).Cooldowns);
    }
}
