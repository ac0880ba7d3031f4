using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class DeclineTests
{
    [Fact]
    public void It_keeps_the_tickets_place()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        var due = workspace.Ticket(call).DueAt;
        workspace.Submit("call");
        workspace.After(5).Do(new Decline("ann", call, 1, "lunch"));
        Assert.Equal((TicketState.Queued, due), (workspace.State(call), workspace.Ticket(call).DueAt));
        Assert.Equal(1, workspace.Engine.Place(call)!.Position);
        var ended = Assert.Single(workspace.FactsOf<OfferEnded>());
        Assert.Equal((OfferEnd.Declined, "lunch", 5_000), (ended.End, ended.Cause, ended.OpenMs));
    }

    [Fact]
    public void The_agent_gets_the_next_ticket_meanwhile_and_the_declined_one_after_its_cool_down()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var first = workspace.Submit("call");
        var second = workspace.Submit("call");
        workspace.Decline(first);
        Assert.Equal(("", "ann"), (workspace.Holder(first), workspace.Holder(second)));
        workspace.Accept(second);
        workspace.Complete(second);
        Assert.Equal(TicketState.Queued, workspace.After(59.999).State(first));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(first));
    }

    [Fact]
    public void When_all_have_declined_it_is_offered_again_after_the_shortest_cool_down()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.After(1).Decline(call);
        workspace.After(1).Decline(call);
        Assert.Equal(TicketState.Queued, workspace.After(58.999).State(call));
        Assert.Equal("ann", workspace.After(0.001).Holder(call));
    }

    [Fact]
    public void The_cool_down_is_the_queues()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { CooldownSeconds = 5 })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Decline(call);
        Assert.Equal(TicketState.Queued, workspace.After(4.999).State(call));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(call));
    }

    [Fact]
    public void Without_a_cool_down_the_agent_first_gets_what_is_due_earlier()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { CooldownSeconds = 0 })).Agent("ann");
        var chat = workspace.Submit("chat");
        var call = workspace.Submit("call");
        workspace.Decline(chat);
        Assert.Equal(("", "ann"), (workspace.Holder(chat), workspace.Holder(call)));
    }

    [Fact]
    public void Without_a_cool_down_others_come_first()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { CooldownSeconds = 0 })).Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.Decline(call);
        Assert.Equal("bob", workspace.Holder(call));
        workspace.Decline(call);
        Assert.Equal("ann", workspace.After(0.001).Holder(call));
    }

    [Fact]
    public void The_third_and_the_tenth_are_told()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { CooldownSeconds = 1 })).Agent("ann");
        var call = workspace.Submit("call");
        for (var i = 0; i < 11; i++)
        {
            workspace.Decline(call);
            workspace.After(1);
        }

        Assert.Equal([3, 10], workspace.FactsOf<DeclinedOften>().Select(f => f.Declines));
    }

    [Fact]
    public void It_ends_the_row_of_misses()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.After(30).After(60).Decline(chat);
        workspace.After(60).After(30);
        Assert.Equal(3, workspace.Ticket(chat).OfferNo);
        Assert.Equal(Agents.Presence.Available, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void Of_another_agents_or_a_past_offer_it_is_refused()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        Assert.Equal(Reason.NotYourOffer, workspace.Refusal(new Decline("bob", call, 1, "")));
        Assert.Equal(Reason.OfferUnknown, workspace.Refusal(new Decline("ann", call, 2, "")));
        workspace.Accept(call);
        Assert.Equal(Reason.OfferAnswered, workspace.Refusal(new Decline("ann", call, 1, "")));
    }

    [Fact]
    public void Steps_whose_time_passed_during_the_offer_open_together()
    {
        var workspace = new Workspace(Rules.WithService(q => q with
        {
            Steps = [new() { AfterMs = 5_000, LowerSkillLevels = 1 }, new() { AfterMs = 8_000, DropAllSkills = true }],
        })).Agent("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 3 } }).Agent("bob");
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 3)] });
        workspace.After(10).Decline(call);
        Assert.Equal([1, 2], workspace.FactsOf<StepOpened>().Select(f => f.Step));
        Assert.Equal("bob", workspace.Holder(call));
    }
}
