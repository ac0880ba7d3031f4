using Router.Engine.Commands;
using Router.Server.Statistics;

namespace Router.Server.Tests.Statistics;

/// <summary>What is counted of tickets, against figures worked out by hand.</summary>
public sealed class TicketCountTests
{
    private readonly CountedWorkspace _workspace = new();

    [Fact]
    public void A_call_that_is_answered_in_time_and_completed_counts_where_it_entered()
    {
        var ticket = _workspace.Submit();
        _workspace.Wait(14);
        _workspace.SignIn("anna");
        _workspace.Wait(4);
        _workspace.Accept("anna", ticket);
        _workspace.Wait(1_200);
        _workspace.Complete("anna", ticket);
        _workspace.Wait(12);
        _workspace.Do(new EndWrapUp("anna", ticket, 1));

        foreach (var span in new[] { TallySpan.Minute, TallySpan.Interval, TallySpan.Day })
        {
            var tally = _workspace.Of("service", span: span, minute: span == TallySpan.Day ? null : 0);
            Assert.Equal((1, 1, 1, 1, 1), (tally[Figure.Entered], tally[Figure.OffersMade], tally[Figure.Answered], tally[Figure.AnsweredInTime], tally[Figure.Completed]));
            Assert.Equal((18_000, 18_000, 1_212_000), (tally.SumOf(Measure.SpeedOfAnswer), tally.SumOf(Measure.Wait), tally.SumOf(Measure.HandleTime)));
            Assert.Equal(1, ServiceLevels.ExcludingShort(tally));
        }

        Assert.True(_workspace.Of("service", span: TallySpan.Interval, minute: 15).IsEmpty);
    }

    /// <summary>
    /// Ten calls at once; T = 20 s, short = 5 s. Two leave after 3 s, one after 12 s, one after 25 s; three are answered after 18 s, one after 30 s; two wait on.
    /// sl_answered = 3/4; sl_entered = 3/10; sl_excluding_short = 3/8; sl_abandons_in_time_good = (3 + 3)/10.
    /// </summary>
    [Fact]
    public void The_four_service_levels_of_ten_calls_are_those_worked_out_by_hand()
    {
        var tickets = Enumerable.Range(0, 10).Select(_ => _workspace.Submit()).ToList();
        _workspace.Wait(3);
        tickets.GetRange(0, 2).ForEach(t => _workspace.Do(new End(t)));
        _workspace.Wait(9);
        _workspace.Do(new End(tickets[2]));
        _workspace.Wait(6);
        foreach (var (agent, ticket) in new[] { ("a", 3), ("b", 4), ("c", 5) })
        {
            _workspace.SignIn(agent);
            _workspace.Accept(agent, tickets[ticket]);
        }

        _workspace.Wait(7);
        _workspace.Do(new End(tickets[6]));
        _workspace.Wait(5);
        _workspace.SignIn("d");
        _workspace.Accept("d", tickets[7]);

        var tally = _workspace.Of("service");

        Assert.Equal((10, 4, 3), (tally[Figure.Entered], tally[Figure.Answered], tally[Figure.AnsweredInTime]));
        Assert.Equal((2, 2, 3), (tally[Figure.Abandoned], tally[Figure.AbandonedShort], tally[Figure.AbandonedInTime]));
        Assert.Equal(
            (0.75, 0.3, 0.375, 0.6),
            (ServiceLevels.Answered(tally), ServiceLevels.Entered(tally), ServiceLevels.ExcludingShort(tally), ServiceLevels.AbandonsInTimeGood(tally)));
        Assert.Equal((4, (18_000 * 3 + 30_000) / 4), (Spread.Of(tally, Measure.SpeedOfAnswer).Count, Spread.Of(tally, Measure.SpeedOfAnswer).Average));
        Assert.Equal((4, (3_000 * 2 + 12_000 + 25_000) / 4), (Spread.Of(tally, Measure.TimeToAbandon).Count, Spread.Of(tally, Measure.TimeToAbandon).Average));
        Assert.Equal((8, 127_000), (Spread.Of(tally, Measure.Wait).Count, tally.SumOf(Measure.Wait)));
    }

    /// <summary>With Anna signed in a wait is promised; whether it is kept is judged when she accepts, or when it is over.</summary>
    [Fact]
    public void Promises_count_as_they_are_judged()
    {
        _workspace.SignIn("anna");
        var first = _workspace.Submit();
        var second = _workspace.Submit();
        _workspace.Accept("anna", first);
        _workspace.Wait(2 * 3_600);

        var tally = _workspace.Of("service");

        Assert.True(_workspace.Engine.Ticket(second)!.Told.PromiseSeconds > 0);
        Assert.True(tally[Figure.PromisesJudged] >= 1);
        Assert.Equal(tally[Figure.PromisesJudged] - 1, tally[Figure.PromisesKept]);
    }

    [Fact]
    public void A_service_level_of_nothing_is_unknown()
    {
        Assert.Null(ServiceLevels.ExcludingShort(_workspace.Of("service")));
        var ticket = _workspace.Submit();
        _workspace.Do(new End(ticket));
        Assert.Null(ServiceLevels.ExcludingShort(_workspace.Of("service")));
        Assert.Equal(1, ServiceLevels.AbandonsInTimeGood(_workspace.Of("service")));
    }

    [Fact]
    public void A_transferred_call_counts_in_both_queues_each_by_when_it_entered()
    {
        _workspace.SignIn("anna");
        var ticket = _workspace.Submit();
        _workspace.Accept("anna", ticket);
        _workspace.Wait(100);
        _workspace.SignIn("ben");
        _workspace.Do(new Transfer("anna", ticket, 1, new HandoverTarget("partners", null, []), ""));
        _workspace.Wait(7);
        _workspace.Accept("ben", ticket);
        _workspace.Wait(50);
        _workspace.Complete("ben", ticket);
        _workspace.Wait(31);

        var (from, to) = (_workspace.Of("service"), _workspace.Of("partners", span: TallySpan.Minute, minute: 1));

        Assert.Equal((1, 1, 1, 0, 0), (from[Figure.Entered], from[Figure.Answered], from[Figure.TransferredOut], from[Figure.TransferredIn], from[Figure.Completed]));
        Assert.Equal(100_000, from.SumOf(Measure.HandleTime));
        Assert.Equal((1, 1, 0, 1, 1), (to[Figure.Entered], to[Figure.Answered], to[Figure.TransferredOut], to[Figure.TransferredIn], to[Figure.Completed]));
        Assert.Equal((7_000, 80_000), (to.SumOf(Measure.SpeedOfAnswer), to.SumOf(Measure.HandleTime)));
    }

    [Fact]
    public void A_consult_counts_when_the_other_has_joined_and_his_time_is_handling()
    {
        _workspace.SignIn("anna");
        var ticket = _workspace.Submit();
        _workspace.Accept("anna", ticket);
        _workspace.SignIn("ben");
        _workspace.Do(new StartConsult("anna", ticket, 1, new HandoverTarget("", null, [], "ben"), ""));
        Assert.Equal(0, _workspace.Of("service")[Figure.Consulted]);
        _workspace.Do(new Accept("ben", ticket, 2));
        _workspace.Wait(60);
        _workspace.Do(new EndConsult("ben", ticket, 1, ConsultOutcome.TakeOver));
        _workspace.Wait(40);
        _workspace.Complete("ben", ticket);
        _workspace.Wait(31);

        var tally = _workspace.Of("service");

        Assert.Equal((1, 1, 1, 1, 1), (tally[Figure.Consulted], tally[Figure.Answered], tally[Figure.TransferredOut], tally[Figure.TransferredIn], tally[Figure.Completed]));
        Assert.Equal(100_000, _workspace.Agent("ben")[Figure.HandlingMs]);
    }

    [Fact]
    public void Declined_and_missed_offers_count_and_a_chat_has_its_own_threshold()
    {
        _workspace.SignIn("anna");
        _workspace.SignIn("ben");
        var ticket = _workspace.Submit("chat", language: "he");
        var first = _workspace.Engine.Ticket(ticket)!.AgentId;
        _workspace.Do(new Decline(first, ticket, 1, "busy"));
        _workspace.Wait(31);
        _workspace.Wait(30);
        var third = _workspace.Engine.Ticket(ticket)!;
        _workspace.Accept(third.AgentId, ticket);

        var tally = _workspace.Of("service", "chat");

        Assert.Equal((3, 1, 1), (tally[Figure.OffersMade], tally[Figure.Declined], tally[Figure.Missed]));
        Assert.Equal((1, 0), (tally[Figure.Answered], tally[Figure.AnsweredInTime]));
        Assert.Equal(1, _workspace.Agent(first)[Figure.Declined]);
    }

    [Fact]
    public void A_call_back_that_is_tried_again_ends_the_agents_work_here_and_in_the_simulator()
    {
        _workspace.SignIn("anna");
        var first = _workspace.Submit();
        _workspace.Accept("anna", first);
        var asked = _workspace.Submit();
        _workspace.Do(new RequestCallBack(asked, new Engine.Tickets.CallBack("1", 0, 0, "UTC")));
        _workspace.Complete("anna", first);
        _workspace.Wait(31);
        _workspace.Accept("anna", asked);
        _workspace.Wait(69);
        _workspace.Do(new ReportCallBack("anna", asked, 1, "no_answer"));
        _workspace.Wait(100);
        _workspace.Simulated.Close(CountedWorkspace.Ten + 200_000);

        // Wrap-up of 30 s, and the attempt.
        Assert.Equal(99_000, _workspace.Of("service").SumOf(Measure.HandleTime));
        Assert.Equal(99_000, _workspace.Agent("anna")[Figure.HandlingMs] + _workspace.Agent("anna")[Figure.WrappingUpMs]);
        Assert.Equal(49.5, _workspace.Simulated.Figures.OccupancyPercent);
    }

    [Fact]
    public void An_email_waits_open_hours_alone()
    {
        _workspace.Wait(7.5 * 3_600);
        _workspace.Submit("email");
        _workspace.Wait(15 * 3_600);
        _workspace.SignIn("anna");

        var tally = _workspace.Of("service", "email");

        // From 17:30 to 18:00 and from 8:00 to 8:30.
        Assert.Equal((1, 3_600_000), (tally[Figure.AnsweredInTime], tally.SumOf(Measure.SpeedOfAnswer)));
    }

    [Fact]
    public void A_call_back_a_cancelled_and_a_parked_ticket_count()
    {
        _workspace.SignIn("anna");
        var parked = _workspace.Submit("chat");
        _workspace.Accept("anna", parked);
        _workspace.Wait(40);
        _workspace.Do(new Park("anna", parked, 1, 0, UntilAnswer: true, ""));
        _workspace.Accept("anna", _workspace.Submit());
        var asked = _workspace.Submit();
        _workspace.Do(new RequestCallBack(asked, new Engine.Tickets.CallBack("1", 0, 0, "UTC")));
        _workspace.Wait(5);
        _workspace.Do(new Cancel(asked, "spam"));

        Assert.Equal(40_000, _workspace.Of("service", "chat").SumOf(Measure.HandleTime));
        var calls = _workspace.Of("service");
        Assert.Equal((2, 1, 1), (calls[Figure.Entered], calls[Figure.CalledBack], calls[Figure.Cancelled]));
        Assert.Equal(5_000, calls.SumOf(Measure.Wait));
    }
}
