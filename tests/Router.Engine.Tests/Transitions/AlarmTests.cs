using Router.Engine.Advice;
using Router.Engine.Alarms;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Alarms rise and fall once, and neither flap nor forget.</summary>
public sealed class AlarmTests
{
    private static readonly Actor Dana = new(ActorKind.Supervisor, "dana");

    [Fact]
    public void An_alarm_rises_once_so_many_have_waited_for_its_hold_and_falls_the_same_way()
    {
        var workspace = Watched(new QueueAlarms(Waiting: 2)).Register("ann");
        workspace.Submit("call");
        var second = workspace.Submit("call");
        Assert.Empty(workspace.After(15.9).Engine.Alarms());

        workspace.After(1);
        var alarm = Assert.Single(workspace.Engine.Alarms());
        Assert.Equal((AlarmFigure.Waiting, 2, 2), (alarm.Key.Figure, alarm.Value, alarm.Limit));

        workspace.Do(new Cancel(second, "", Dana));
        Assert.Single(workspace.After(15).Engine.Alarms());
        Assert.Empty(workspace.After(1).Engine.Alarms());
        Assert.Equal([true, false], Crossed(workspace).Select(f => f.IsUp));
        Assert.All(Crossed(workspace), f => Assert.Equal(alarm.Since, f.Since));
    }

    [Fact]
    public void What_comes_and_goes_within_the_hold_raises_nothing_and_lets_nothing_fall()
    {
        var workspace = Watched(new QueueAlarms(Waiting: 1)).Register("ann");
        for (var i = 0; i < 20; i++)
        {
            var call = workspace.Submit("call");
            workspace.After(10).Do(new Cancel(call, "", Dana));
            workspace.After(5);
        }

        Assert.Empty(Crossed(workspace));
        var waiting = workspace.Submit("call");
        workspace.After(17);
        for (var i = 0; i < 20; i++)
        {
            workspace.Do(new Cancel(waiting, "", Dana));
            waiting = workspace.After(10).Submit("call");
            workspace.After(5);
        }

        Assert.True(Assert.Single(Crossed(workspace)).IsUp);
    }

    [Fact]
    public void The_longest_wait_raises_an_alarm_by_time_alone()
    {
        var workspace = Watched(new QueueAlarms(OldestSeconds: 60, HoldSeconds: 0)).Register("ann");
        workspace.Submit("call");
        Assert.Empty(workspace.After(59).Engine.Alarms());
        Assert.Equal(60, Assert.Single(workspace.After(2).Engine.Alarms()).Value);
        Assert.Equal(workspace.Engine.Now / 1_000 * 1_000, Assert.Single(Crossed(workspace)).At, 1_000.0);
    }

    [Fact]
    public void The_estimate_raises_an_alarm_while_tickets_wait()
    {
        var workspace = Watched(new QueueAlarms(EstimatedSeconds: 600)).Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        workspace.Submit("call");
        Assert.Empty(workspace.After(40).Engine.Alarms());
        for (var i = 0; i < 5; i++)
        {
            workspace.Submit("call");
        }

        var alarm = Assert.Single(workspace.After(40).Engine.Alarms());
        Assert.Equal(AlarmFigure.EstimatedWait, alarm.Key.Figure);
        Assert.True(alarm.Value >= 600);
    }

    [Fact]
    public void Too_few_free_agents_raise_an_alarm_of_the_channel_that_lacks_them()
    {
        var workspace = new Workspace(Rules.WithService(q => q with
        {
            Channels = [new("call", Alarms: new QueueAlarms(FreeAgents: 1)), new("chat", Alarms: new QueueAlarms(FreeAgents: 1)), new("email")],
        }));
        workspace.Register("ann").SignIn("ann", channels: "call");
        workspace.After(17);
        Assert.Equal(["chat"], workspace.Engine.Alarms().Select(a => a.Key.Channel));

        workspace.Accept(workspace.Submit("call"));
        workspace.After(17);
        Assert.Equal(["call", "chat"], workspace.Engine.Alarms().Select(a => a.Key.Channel));
        Assert.Equal((0, 1), (workspace.Engine.Alarms()[0].Value, workspace.Engine.Alarms()[0].Limit));

        workspace.Agent("bob");
        Assert.Empty(workspace.After(17).Engine.Alarms());
    }

    [Fact]
    public void Nobody_has_to_be_free_while_the_queue_is_closed()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Alarms = new QueueAlarms(FreeAgents: 1), Hours = Openings.Daily("09:00", "17:00") }));
        Assert.Empty(workspace.After(3_590).Engine.Alarms());
        Assert.Single(workspace.After(30).Engine.Alarms());
    }

    [Fact]
    public void A_service_level_that_statistics_report_raises_an_alarm()
    {
        var workspace = Watched(new QueueAlarms(ServiceLevelPercent: 80));
        var gauge = Assert.Single(workspace.Engine.LevelGauges());
        Assert.Equal((80, -1), (gauge.Percent, gauge.Reported));

        workspace.Do(new ReportServiceLevel(gauge.Key, 61));
        Assert.Equal(61, Assert.Single(workspace.After(17).Engine.Alarms()).Value);
        workspace.Reload();
        Assert.Equal(61, Assert.Single(workspace.Engine.LevelGauges()).Reported);

        workspace.Do(new ReportServiceLevel(gauge.Key, -1));
        Assert.Empty(workspace.After(17).Engine.Alarms());
    }

    [Fact]
    public void Tickets_that_nobody_registered_could_serve_raise_an_alarm_until_somebody_is()
    {
        var workspace = Watched(new QueueAlarms(Unroutable: 2, HoldSeconds: 0)).Register("ann", p => p with { Languages = new Dictionary<string, int> { ["en"] = 5 } });
        workspace.Submit("call", Asks("en"));
        workspace.Submit("call", Asks("he"));
        Assert.Empty(workspace.After(2).Engine.Alarms());

        workspace.Submit("call", Asks("he"));
        var alarm = Assert.Single(workspace.After(2).Engine.Alarms());
        Assert.Equal((AlarmFigure.Unroutable, 2, 2), (alarm.Key.Figure, alarm.Value, alarm.Limit));
        Assert.Equal(alarm, Assert.Single(workspace.Reload().After(5).Engine.Alarms()));

        workspace.Register("bob", p => p with { Languages = new Dictionary<string, int> { ["he"] = 5 } });
        Assert.Empty(workspace.After(2).Engine.Alarms());
        Assert.Equal([true, false], Crossed(workspace).Select(f => f.IsUp));
    }

    [Fact]
    public void Tickets_that_were_declined_often_raise_an_alarm_while_they_wait()
    {
        var workspace = Watched(new QueueAlarms(DeclinedOften: 1, HoldSeconds: 0)).Agent("ann");
        var call = workspace.Submit("call");
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(workspace.Engine.Alarms());
            workspace.Decline(call);
            workspace.After(61);
        }

        Assert.Equal(AlarmFigure.DeclinedOften, Assert.Single(workspace.Reload().Engine.Alarms()).Key.Figure);
        workspace.Accept(call);
        Assert.Empty(workspace.After(2).Engine.Alarms());
        Assert.Equal([true, false], Crossed(workspace).Select(f => f.IsUp));
    }

    [Fact]
    public void A_queue_without_registered_agents_is_one_alarm_without_any_limit()
    {
        var workspace = new Workspace();
        workspace.Submit("call");
        workspace.After(5).Submit("call");
        var alarm = Assert.Single(workspace.Engine.Alarms());
        Assert.Equal((AlarmFigure.NoAgents, workspace.Now - 5_000), (alarm.Key.Figure, alarm.Since));
        Assert.Equal(alarm, Assert.Single(workspace.Reload().Engine.Alarms()));

        workspace.Register("ann");
        Assert.Empty(workspace.Engine.Alarms());
        Assert.Empty(Crossed(workspace));
        Assert.Equal([false, true], workspace.FactsOf<QueueStaffingChanged>().Select(f => f.HasAgents));
    }

    [Fact]
    public void Who_takes_care_of_an_alarm_is_known_until_it_falls()
    {
        var workspace = Watched(new QueueAlarms(Waiting: 1, HoldSeconds: 0)).Register("ann");
        var key = new AlarmKey(Rules.Service, "", AlarmFigure.Waiting);
        Assert.Equal(Reason.UnknownAlarm, workspace.Refusal(new AcknowledgeAlarm(key, Dana)));
        var call = workspace.Submit("call");
        workspace.After(1).Do(new AcknowledgeAlarm(key, Dana, "calling in bob"));

        var taken = Assert.Single(workspace.Reload().After(5).Engine.Alarms()).Taken;
        Assert.Equal(new AlarmTaken(Dana, "calling in bob", workspace.Now - 5_000), taken);
        Assert.Equal((key, "calling in bob"), workspace.FactsOf<AlarmAcknowledged>().Select(f => (f.Alarm, f.Why)).Single());

        workspace.Do(new Cancel(call, "", Dana));
        workspace.After(2).Submit("call");
        Assert.Null(Assert.Single(workspace.After(2).Engine.Alarms()).Taken);
    }

    [Fact]
    public void An_alarm_that_is_up_or_about_to_rise_survives_a_crash_and_is_told_once()
    {
        var workspace = Watched(new QueueAlarms(Waiting: 1)).Register("ann");
        workspace.Submit("call");
        workspace.After(10).Reload();
        Assert.Empty(workspace.After(5.9).Engine.Alarms());
        Assert.Single(workspace.After(1).Engine.Alarms());
        workspace.Reload().After(60);
        workspace.Restart(100).After(60);
        Assert.Single(workspace.Engine.Alarms());
        Assert.Single(Crossed(workspace));
    }

    [Fact]
    public void After_an_outage_agents_have_a_minute_to_come_back_before_anything_rises()
    {
        var workspace = Watched(new QueueAlarms(FreeAgents: 1)).Agent("ann");
        workspace.After(60).Restart(10);
        workspace.After(50).Resume("ann");
        workspace.After(100);
        Assert.Empty(Crossed(workspace));

        workspace.Restart(10).After(100);
        Assert.Single(Crossed(workspace));
    }

    [Fact]
    public void A_policy_without_its_limit_ends_an_alarm_and_another_limit_is_judged_anew()
    {
        var workspace = Watched(new QueueAlarms(Waiting: 1, OldestSeconds: 10, HoldSeconds: 0)).Register("ann");
        workspace.Submit("call");
        Assert.Equal(2, workspace.After(20).Engine.Alarms().Count);

        workspace.Do(new ChangePolicy(_ => WithAlarms(new QueueAlarms(Waiting: 1, HoldSeconds: 0))));
        Assert.Equal([AlarmFigure.Waiting], workspace.Engine.Alarms().Select(a => a.Key.Figure));
        workspace.Do(new ChangePolicy(_ => WithAlarms(new QueueAlarms(Waiting: 2, HoldSeconds: 0))));
        Assert.Empty(workspace.After(1).Engine.Alarms());
        Assert.Equal(
            [(AlarmFigure.Waiting, true), (AlarmFigure.OldestWait, true), (AlarmFigure.OldestWait, false), (AlarmFigure.Waiting, false)],
            Crossed(workspace).Select(f => (f.Alarm.Figure, f.IsUp)));
    }

    [Fact]
    public void Limits_that_can_never_be_crossed_or_kept_are_warned_of()
    {
        var policy = Rules.WithService(q => q with
        {
            Channels = [new("call", Limits: new QueueLimits(10, 0, 0, OverflowRule.Refusal), Alarms: new QueueAlarms(Waiting: 11))],
            TimeToLiveSeconds = 100,
            Alarms = new QueueAlarms(Waiting: 10, OldestSeconds: 101, FreeAgents: 1),
        });
        Assert.Equal(
            ["queues[0].alarms.oldest_wait", "queues[0].alarms.free_agents", "queues[0].channels[0].alarms.waiting"],
            PolicyAdvice.Of(policy, []).Select(w => w.Path).Where(p => p.Contains("alarms", StringComparison.Ordinal)));
    }

    private static Func<TicketContent, TicketContent> Asks(string language) => c => c with { Languages = [new(language, 1, 0)] };

    private static Workspace Watched(QueueAlarms alarms) => new(WithAlarms(alarms));

    private static WorkspacePolicy WithAlarms(QueueAlarms alarms) => Rules.WithService(q => q with { Alarms = alarms });

    private static List<ThresholdCrossed> Crossed(Workspace workspace) => [.. workspace.FactsOf<ThresholdCrossed>()];
}
