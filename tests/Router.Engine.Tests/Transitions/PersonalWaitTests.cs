using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class PersonalWaitTests
{
    private readonly Workspace _workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");

    [Fact]
    public void A_ticket_handed_to_an_agent_waits_for_him_while_others_are_free()
    {
        _workspace.Agent("bob");
        var busy = _workspace.Submit("call");
        _workspace.Accept(busy);
        var other = _workspace.Holder(busy) == "ann" ? "bob" : "ann";
        var call = _workspace.Submit("call");
        _workspace.Accept(call);
        _workspace.Agent("cid");
        Assert.Equal(TicketState.Queued, To(call, _workspace.Holder(busy)));
        Assert.Equal(TicketState.Queued, _workspace.Reload().After(20).State(call));
        Assert.Equal([WhyNot.AwaitsAnother], _workspace.Engine.Explain(call, "cid")!.Agent!.WhyNot);
        var wanted = _workspace.Holder(busy);
        _workspace.Complete(busy);
        Assert.Equal((wanted, TicketState.Offered), (_workspace.Holder(call), _workspace.State(call)));
        Assert.NotEqual(other, wanted);
    }

    [Fact]
    public void When_he_does_not_come_to_it_for_a_minute_it_goes_to_whoever_serves_the_queue()
    {
        _workspace.Agent("bob");
        var call = _workspace.Answered();
        var other = Other(call);
        _workspace.Away(other, atOnce: true);
        _workspace.Agent("cid");
        To(call, other);
        Assert.Equal(TicketState.Queued, _workspace.After(59.999).State(call));
        Assert.Equal("cid", _workspace.Reload().After(0.001).Holder(call));
        Assert.Equal(other, Assert.Single(_workspace.FactsOf<AgentNotAwaited>()).AgentId);
    }

    [Theory]
    [InlineData("he")]
    [InlineData("a supervisor")]
    [InlineData("his connection")]
    public void When_he_leaves_what_waited_for_him_alone_goes_before_what_he_was_offered_and_is_due_later(string who)
    {
        var early = _workspace.Submit("call");
        _workspace.Accept(early);
        _workspace.Agent("bob");
        var late = _workspace.After(5).Submit("call");
        To(early, "bob");
        _workspace.Away("ann", atOnce: true);
        if (who == "his connection")
        {
            _workspace.Accept(late);
            _workspace.Lose("bob");
            _workspace.Agent("cid");
            _workspace.Change(p => p.WithChannel("call", c => c with { GraceSeconds = 60 }));
            _workspace.After(60);
        }
        else
        {
            _workspace.Agent("cid");
            _workspace.Do(who == "he" ? new SignOut("bob", _workspace.View("bob").Record.SessionId, WorkInHand.Refuse)
                : new SetAgentsPresence(["bob"], Presence.Offline, "", AtOnce: false, By: null, ""));
        }

        Assert.Equal(("cid", TicketState.Queued), (_workspace.Holder(early), _workspace.State(late)));
    }

    [Fact]
    public void When_he_signs_out_live_work_goes_to_others_at_once_and_email_waits_on()
    {
        _workspace.Agent("bob");
        _workspace.Away("bob", atOnce: true);
        var email = _workspace.Submit("email");
        var chat = _workspace.Submit("chat");
        _workspace.Accept(chat);
        To(email, "bob");
        To(chat, "bob");
        _workspace.Agent("cid");
        _workspace.SignOut("bob");
        Assert.Equal(("cid", TicketState.Queued), (_workspace.Holder(chat), _workspace.State(email)));
    }

    [Fact]
    public void When_he_declines_it_others_get_it()
    {
        _workspace.Agent("bob");
        var call = _workspace.Answered();
        var (first, other) = (_workspace.Holder(call), Other(call));
        _workspace.Agent("cid");
        Assert.Equal(TicketState.Offered, To(call, other));
        Assert.Equal(other, _workspace.Holder(call));
        _workspace.Do(new Decline(other, call, _workspace.Ticket(call).OfferNo, "no"));
        Assert.Equal("cid", _workspace.Holder(call));
        Assert.NotEqual("cid", first);
    }

    [Fact]
    public void It_may_go_back_to_its_sender_by_name()
    {
        _workspace.Agent("bob").Agent("cid");
        var call = _workspace.Answered();
        var first = _workspace.Holder(call);
        var second = new[] { "ann", "bob", "cid" }.First(a => a != first);
        To(call, second);
        _workspace.Accept(call);
        To(call, first);
        Assert.Equal(first, _workspace.Holder(call));
    }

    [Fact]
    public void He_gets_it_even_where_his_profile_does_not_serve_it()
    {
        _workspace.Register("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 3 } }).Agent("bob");
        var call = _workspace.Submit("call", c => c with { Skills = [new("billing", 3)] });
        _workspace.Accept(call);
        To(call, "bob");
        Assert.Equal(("bob", false), (_workspace.Holder(call), _workspace.Ticket(call).Unroutable));
    }

    [Fact]
    public void Five_may_wait_for_one_agent()
    {
        _workspace.Agent("bob", p => p with { Channels = [new("chat", 1, 10)] });
        _workspace.Away("bob", atOnce: true);
        _workspace.Register("ann", p => p with { Channels = [new("chat", 1, 10)] });
        var chats = Enumerable.Range(0, 6).Select(_ => _workspace.Submit("chat")).ToList();
        foreach (var chat in chats)
        {
            _workspace.Accept(chat);
        }

        chats.Take(5).ToList().ForEach(c => To(c, "bob"));
        Assert.Equal(Reason.Capacity, _workspace.Refusal(Transfer(chats[5], "bob")));
    }

    [Fact]
    public void To_whom_nothing_can_be_given_is_refused()
    {
        _workspace.Register("bob").Agent("dan", p => p with { Channels = [new("call", 100, 0)] });
        var call = _workspace.Answered();
        Assert.Equal(Reason.UnknownAgent, _workspace.Refusal(Transfer(call, "eve")));
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(Transfer(call, "ann")));
        Assert.Equal(Reason.NoSession, _workspace.Refusal(Transfer(call, "bob")));
        Assert.Equal(Reason.ChannelNotTaken, _workspace.Refusal(Transfer(call, "dan")));
    }

    [Fact]
    public void What_was_put_aside_for_the_same_agent_waits_for_him_first()
    {
        _workspace.Agent("bob");
        var call = _workspace.Answered();
        var agent = _workspace.Holder(call);
        _workspace.Do(new Park(agent, call, 1, _workspace.Now + 60_000, false, "", SameAgent: true));
        var next = _workspace.Submit("call");
        var last = _workspace.Submit("call");
        _workspace.Accept(next);
        _workspace.Accept(last);
        _workspace.Agent("cid");
        _workspace.Reload().After(60);
        Assert.Equal(TicketState.Queued, _workspace.State(call));
        _workspace.Complete(_workspace.Holder(next) == agent ? next : last);
        Assert.Equal(agent, _workspace.Holder(call));
    }

    private string Other(string call) => _workspace.Holder(call) == "ann" ? "bob" : "ann";

    private Transfer Transfer(string ticket, string agentId) =>
        new(_workspace.Holder(ticket), ticket, _workspace.Ticket(ticket).AssignmentNo, new("", null, [], agentId), "please");

    private object? To(string ticket, string agentId) => _workspace.Do(Transfer(ticket, agentId));
}
