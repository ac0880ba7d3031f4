using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class TransferTests
{
    private const string Loans = "loans";

    private static readonly WorkspacePolicy Policy = Rules.WithoutWrapUp with
    {
        Queues =
        [
            Rules.Queue(Rules.Service),
            Rules.Queue(Loans) with { Channels = [new("call", TargetSeconds: 100), new("chat")], SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 30 } },
        ],
    };

    private readonly Workspace _workspace = new Workspace(Policy).Agent("ann", p => p with { Queues = [Rules.Service] });

    [Fact]
    public void To_a_queue_it_asks_what_that_queue_asks_in_the_tickets_languages()
    {
        _workspace.Register("ann", p => p with
        {
            Queues = [Rules.Service],
            Languages = new Dictionary<string, int> { ["he"] = 5 },
            Skills = new Dictionary<string, int> { ["billing"] = 5 },
        });
        var call = _workspace.Answered(c => c with { Languages = [new("he", 4, 0)], Skills = [new("billing", 3)] });
        Assert.Equal(TicketState.Queued, To(call, Loans));
        Assert.Equal("loans/he>=4/", _workspace.Ticket(call).Steps.Single().Requirement.Key);
        Assert.Equal((Loans, "", 1), (_workspace.Ticket(call).Content.Queue, _workspace.Holder(call), _workspace.Ticket(call).Transfers));
    }

    [Fact]
    public void To_a_requirement_it_asks_exactly_that()
    {
        var call = _workspace.Answered(c => c with { Skills = [] });
        _workspace.Do(new Transfer("ann", call, 1, new("", [new("he", 2, 0)], [new("cards", 4)]), ""));
        Assert.Equal("service/he>=2/cards>=4", _workspace.Ticket(call).Steps.Single().Requirement.Key);
    }

    [Theory]
    [InlineData(5, 20)]
    [InlineData(-90, 10)]
    public void It_is_due_when_it_was_or_as_a_fresh_one_there_whichever_is_earlier(int answeredAfter, int dueAfter)
    {
        var call = _workspace.Submit("call", c => c with { Segment = "gold" });
        _workspace.Accept(call);
        var entered = _workspace.Ticket(call).EnteredAt;
        if (answeredAfter < 0)
        {
            _workspace.Change(p => p with { Queues = [p.Queues[0] with { Channels = [new("call", TargetSeconds: 40), new("chat")] }, p.Queues[1]] });
            entered = _workspace.Now;
        }
        else
        {
            _workspace.After(answeredAfter);
        }

        To(call, Loans);
        Assert.Equal(entered + (dueAfter * 1_000), _workspace.Ticket(call).DueAt);
    }

    [Fact]
    public void Its_wait_begins_anew_and_its_age_and_history_go_on()
    {
        var call = _workspace.Answered();
        _workspace.After(30);
        To(call, Loans, "wants a loan: big");
        _workspace.Reload().After(8).Agent("bob", p => p with { Queues = [Loans] });
        _workspace.Accept(call);
        var (transferred, assigned) = (_workspace.FactsOf<TicketTransferred>().Single(), _workspace.FactsOf<TicketAssigned>().Last());
        Assert.Equal((1, "ann", Rules.Service, Loans, 30_000, 0), (
            transferred.AssignmentNo, transferred.AgentId, transferred.Content.Queue, transferred.ToQueue, transferred.HandlingMs, transferred.OnHoldMs));
        Assert.Equal((2, "bob", 8_000, true), (assigned.AssignmentNo, assigned.AgentId, assigned.WaitMs, assigned.IsFirst));
        Assert.Equal((EntryCause.Transferred, Loans), (_workspace.FactsOf<TicketEntered>().Last().Cause, _workspace.FactsOf<TicketEntered>().Last().Content.Queue));
        var entry = _workspace.Ticket(call).History.Single(h => h.Kind == FactKind.TicketTransferred);
        Assert.Equal(new TransferText(1, Rules.Service, Loans, "wants a loan: big"), TransferText.Read(entry.Detail));
        _workspace.Complete(call);
        Assert.Equal(38_000, _workspace.FactsOf<TicketCompleted>().Single().AgeMs);
    }

    [Fact]
    public void Somebody_who_is_free_there_gets_it_at_once_and_the_sender_gets_his_next()
    {
        _workspace.Agent("bob", p => p with { Queues = [Loans] });
        var call = _workspace.Answered();
        var next = _workspace.Submit("call");
        Assert.Equal(TicketState.Offered, To(call, Loans));
        Assert.Equal(("bob", "ann"), (_workspace.Holder(call), _workspace.Holder(next)));
    }

    [Fact]
    public void It_does_not_come_back_to_its_sender_within_5_minutes_while_another_can_take_it()
    {
        _workspace.Agent("bob", p => p with { Channels = [new("call", 100, 1)] });
        var call = _workspace.Answered();
        _workspace.Accept(_workspace.Submit("call"));
        Assert.Equal(TicketState.Queued, To(call, Rules.Service));
        Assert.Equal(1, _workspace.Engine.Explain(call)!.Steps[0].CoolingDown);
        Assert.Equal(TicketState.Queued, _workspace.Reload().After(299.999).State(call));
        Assert.Equal("ann", _workspace.After(0.001).Holder(call));
    }

    [Fact]
    public void It_comes_back_to_its_sender_when_nobody_else_is_signed_in_for_it()
    {
        _workspace.Register("bob");
        var call = _workspace.Answered();
        To(call, Rules.Service);
        Assert.Equal("ann", _workspace.Holder(call));
    }

    [Fact]
    public void A_sender_who_is_the_only_one_gets_first_what_is_due_earlier_and_has_waited_for_him()
    {
        var chat = _workspace.Submit("chat");
        _workspace.Accept(chat);
        var call = _workspace.Submit("call");
        _workspace.After(41);
        To(chat, Rules.Service);
        Assert.Equal(("ann", TicketState.Queued), (_workspace.Holder(call), _workspace.State(chat)));
    }

    [Fact]
    public void Of_two_who_handed_it_to_each_other_the_earlier_sender_gets_it_when_there_is_no_third()
    {
        _workspace.Agent("bob");
        var call = _workspace.Answered();
        var first = _workspace.Holder(call);
        To(call, Rules.Service);
        var second = _workspace.Holder(call);
        Assert.NotEqual(first, second);
        _workspace.Accept(call);
        To(call, Rules.Service);
        Assert.Equal(first, _workspace.Holder(call));
    }

    [Fact]
    public void What_does_not_exist_or_does_not_fit_is_refused_and_the_owner_keeps_it()
    {
        var email = _workspace.Submit("email");
        Assert.Equal(Reason.UnknownQueue, _workspace.Refusal(new Transfer("ann", email, 1, new("nowhere", null, []), "")));
        Assert.Equal(Reason.ChannelNotTaken, _workspace.Refusal(new Transfer("ann", email, 1, new(Loans, null, []), "")));
        Assert.Equal(Reason.UnknownSkill, _workspace.Refusal(new Transfer("ann", email, 1, new("", null, [new("juggling", 1)]), "")));
        Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(new Transfer("bob", email, 1, new(Loans, null, []), "")));
        Assert.Equal("ann", _workspace.Holder(email));
    }

    [Fact]
    public void In_wrap_up_it_is_refused()
    {
        _workspace.Change(p => p.WithChannel("call", c => c with { WrapUp = new(WrapUpKind.Timed, 10) }));
        var call = _workspace.Answered();
        _workspace.Complete(call);
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new Transfer("ann", call, 1, new(Loans, null, []), "")));
    }

    private object? To(string ticket, string queue, string note = "") =>
        _workspace.Do(new Transfer(_workspace.Holder(ticket), ticket, _workspace.Ticket(ticket).AssignmentNo, new(queue, null, []), note));
}
