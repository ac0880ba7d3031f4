using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class SubmitTests
{
    private static readonly TicketContent Call = new() { Source = "test", ExternalId = "x", Channel = "call", Queue = Rules.Service };

    [Fact]
    public void Without_an_agent_it_waits_at_its_place()
    {
        var workspace = new Workspace();
        workspace.Submit("call");
        var submitted = (Submitted)workspace.Do(new Submit(Call))!;
        Assert.Equal(TicketState.Queued, submitted.State);
        Assert.Equal(2, submitted.Place!.Position);
        Assert.Equal(Trust.Unknown, submitted.Place.Estimate.Trust);
    }

    [Fact]
    public void Due_time_is_now_and_the_target_less_the_head_starts_of_priority_and_segment()
    {
        var workspace = new Workspace(Rules.WithService(q => q with
        {
            Channels = [new("call", TargetSeconds: 50)],
            PriorityHeadStart = new Dictionary<int, int> { [3] = 20 },
            SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 7 },
        }));
        var regular = workspace.Submit("call");
        var head = workspace.Submit("call", c => c with { Priority = 3, Segment = "gold" });
        Assert.Equal(workspace.Now + 50_000, workspace.Ticket(regular).DueAt);
        Assert.Equal(workspace.Now + 50_000 - 27_000, workspace.Ticket(head).DueAt);
    }

    [Fact]
    public void Target_is_the_channels_where_the_queue_says_none()
    {
        var workspace = new Workspace();
        Assert.Equal(workspace.Now + 60_000, workspace.Ticket(workspace.Submit("chat")).DueAt);
    }

    [Fact]
    public void The_segment_dissatisfied_needs_no_entry_in_the_list() =>
        Assert.Equal(TicketState.Queued, State(new Workspace(), Call with { Segment = "dissatisfied" }));

    [Fact]
    public void Ids_carry_the_term_and_never_come_again()
    {
        var workspace = new Workspace();
        var first = workspace.Submit("call");
        workspace.End(first);
        var second = workspace.Restart(1).Submit("call");
        Assert.Equal(("1-1", "2-2"), (first, second));
    }

    [Fact]
    public void Its_first_message_has_number_1()
    {
        var workspace = new Workspace();
        workspace.Do(new Submit(Call, new MessageText("hello", "en")));
        var message = Assert.Single(workspace.Saved.Messages);
        Assert.Equal((1, MessageSender.Customer, "hello"), (message.Number, message.Sender, message.Text.Text));
    }

    [Fact]
    public void A_scheduled_one_enters_at_its_time_and_counts_from_then()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", startsIn: 100);
        Assert.Equal(TicketState.Scheduled, workspace.State(call));
        Assert.Null(workspace.Engine.Place(call));
        Assert.Equal(TicketState.Scheduled, workspace.After(99.999).State(call));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(call));
        Assert.Equal(workspace.Now, workspace.Ticket(call).EnteredAt);
        Assert.Equal(workspace.Now + 20_000, workspace.Ticket(call).DueAt);
    }

    [Fact]
    public void A_scheduled_one_survives_a_reload()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", startsIn: 100);
        Assert.Equal(TicketState.Offered, workspace.Reload().After(100).State(call));
    }

    [Fact]
    public void A_start_in_the_past_is_now() =>
        Assert.Equal(TicketState.Queued, ((Submitted)new Workspace().Do(new Submit(Call, StartsAt: 1))!).State);

    [Fact]
    public void It_expires_when_its_time_to_live_ends()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call", timeToLive: 30);
        Assert.Equal(TicketState.Queued, workspace.After(29.999).State(call));
        Assert.Equal(TicketState.Expired, workspace.After(0.001).State(call));
        Assert.Equal((TicketState.Expired, 30_000), (Assert.Single(workspace.FactsOf<TicketLeft>()).State, workspace.FactsOf<TicketLeft>()[0].WaitMs));
    }

    [Fact]
    public void Its_time_to_live_waits_for_the_end_of_an_offer_and_no_second_one_is_made()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call", timeToLive: 5);
        Assert.Equal(TicketState.Offered, workspace.After(10).State(call));
        Assert.Equal(TicketState.Expired, workspace.After(10).State(call));
        Assert.Single(workspace.FactsOf<OfferMade>());
    }

    [Fact]
    public void One_that_an_agent_had_does_not_expire()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", timeToLive: 5);
        workspace.Accept(call);
        workspace.Lose("ann");
        Assert.Equal(TicketState.Queued, workspace.After(100).State(call));
    }

    [Theory]
    [InlineData(Reason.UnknownQueue, "nowhere", "call", "", "")]
    [InlineData(Reason.UnknownChannel, Rules.Service, "fax", "", "")]
    [InlineData(Reason.ChannelNotTaken, "calls", "chat", "", "")]
    [InlineData(Reason.UnknownSkill, Rules.Service, "call", "juggling", "")]
    [InlineData(Reason.UnknownSegment, Rules.Service, "call", "", "platinum")]
    public void What_the_policy_does_not_know_is_refused(Reason reason, string queue, string channel, string skill, string segment)
    {
        var calls = Rules.Queue("calls") with { Channels = [new("call")] };
        var workspace = new Workspace(Rules.Standard with { Queues = [calls, Rules.Queue(Rules.Service)] });
        var content = Call with
        {
            Queue = queue,
            Channel = channel,
            Segment = segment,
            Skills = skill.Length > 0 ? [new SkillNeed(skill, 1)] : [],
        };
        Assert.Equal(reason, workspace.Refusal(new Submit(content)));
        Assert.Equal(0, workspace.Engine.OpenTickets);
        Assert.Equal("1-1", workspace.Submit("call"));
    }

    [Fact]
    public void A_skill_in_the_list_that_nobody_has_is_taken_and_flagged()
    {
        var workspace = new Workspace().Agent("ann");
        var submitted = (Submitted)workspace.Do(new Submit(Call with { Skills = [new("loans", 1)] }))!;
        Assert.True(submitted.Unroutable);
        Assert.True(workspace.Ticket(submitted.TicketId).Unroutable);
    }

    private static TicketState State(Workspace workspace, TicketContent content) =>
        ((Submitted)workspace.Do(new Submit(content))!).State;
}
