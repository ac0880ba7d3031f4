using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class ExpireOfferTests
{
    [Theory]
    [InlineData("call", 20)]
    [InlineData("chat", 30)]
    public void An_offer_stands_as_long_as_its_channel_says(string channel, int seconds)
    {
        var workspace = new Workspace().Agent("ann");
        var ticket = workspace.Submit(channel);
        Assert.Equal(TicketState.Offered, workspace.After(seconds - 0.001).State(ticket));
        Assert.Equal(TicketState.Queued, workspace.After(0.001).State(ticket));
        Assert.Equal(OfferEnd.Missed, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
    }

    [Fact]
    public void The_queues_time_to_live_comes_before_the_channels()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Channels = [new("call", OfferSeconds: 3)] })).Agent("ann");
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Queued, workspace.After(3).State(call));
    }

    [Fact]
    public void With_a_faster_clock_it_stands_as_long_in_real_time()
    {
        var workspace = new Workspace(clockSpeed: 60).Agent("ann");
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Offered, workspace.After(1_199.999).State(call));
        Assert.Equal(TicketState.Queued, workspace.After(0.001).State(call));
    }

    [Fact]
    public void One_missed_call_sends_the_agent_away()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Submit("call");
        workspace.After(20);
        var changed = workspace.FactsOf<PresenceChanged>()[^1];
        Assert.Equal((Presence.Away, "no_answer", true), (changed.Presence, changed.Reason, changed.BySystem));
    }

    [Fact]
    public void Two_missed_chats_in_a_row_do_and_one_does_not()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Submit("chat");
        Assert.Equal(Presence.Available, workspace.After(30).View("ann").Record.Presence);
        Assert.Equal(Presence.Away, workspace.After(60).After(30).View("ann").Record.Presence);
    }

    [Fact]
    public void An_accepted_chat_ends_the_row()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.After(30).After(60).Accept(chat);
        workspace.Submit("chat");
        Assert.Equal(Presence.Available, workspace.After(30).View("ann").Record.Presence);
    }

    [Fact]
    public void A_new_availability_begins_a_new_row()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Submit("chat");
        workspace.After(30).Away("ann");
        workspace.Available("ann");
        workspace.After(60);
        Assert.Equal(Presence.Available, workspace.After(30).View("ann").Record.Presence);
    }

    [Fact]
    public void Missed_emails_never_do()
    {
        var workspace = new Workspace(Rules.WithChannel("email", c => c with { AcceptMode = Policies.AcceptMode.Manual })).Agent("ann");
        workspace.Submit("email");
        for (var i = 0; i < 5; i++)
        {
            workspace.After(120).After(60);
        }

        Assert.Equal(6, workspace.FactsOf<OfferMade>().Count);
        Assert.Equal(Presence.Available, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void A_missed_ticket_cools_down_for_its_agent()
    {
        var workspace = new Workspace(Rules.WithChannel("call", c => c with { MissedLimit = 0 })).Agent("ann");
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Queued, workspace.After(20).After(59.999).State(call));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(call));
    }

    [Fact]
    public void His_other_offers_go_to_others_in_due_order_when_he_is_sent_away()
    {
        var policy = Rules.WithChannel("chat", c => c with { MissedLimit = 1, Max = 3, Cost = 30 }) with { LiveOffersPerAgent = 2 };
        var workspace = new Workspace(policy).Agent("ann");
        var first = workspace.Submit("chat");
        var second = workspace.After(1).Submit("chat");
        workspace.Do(new Commands.ChangePolicy(p => p with { LiveOffersPerAgent = 1 }));
        workspace.Agent("bob");
        workspace.After(29);
        Assert.Equal(("bob", ""), (workspace.Holder(first), workspace.Holder(second)));
        Assert.Equal([OfferEnd.Missed, OfferEnd.PresenceChanged], workspace.FactsOf<OfferEnded>().Select(e => e.End));
    }

    [Fact]
    public void Misses_survive_a_reload()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Submit("chat");
        workspace.After(30).Reload().After(60);
        Assert.Equal(Presence.Away, workspace.After(30).View("ann").Record.Presence);
    }
}
