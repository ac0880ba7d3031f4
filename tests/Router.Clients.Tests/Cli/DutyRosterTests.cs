using Router.CallLog;
using Router.Cli.CallLog;
using Router.Cli.Connection;
using Router.Cli.Replay;

namespace Router.Clients.Tests.Cli;

public sealed class DutyRosterTests
{
    private static readonly LogWindow Hour = new(DemoLog.At("10:00:00"), DemoLog.At("11:00:00"));

    [Fact]
    public void Of_ServicesAtMostFiveMinutesApart_AreOneStretch()
    {
        var agent = Assert.Single(DutyRoster.Of([Served("AVI", "10:10:00", 60), Served("AVI", "10:16:00", 60), Served("AVI", "10:22:01", 60)], Hour));

        Assert.Equal(
            [
                new DutyStretch(DemoLog.At("10:10:00"), DemoLog.At("10:17:00")),
                new DutyStretch(DemoLog.At("10:22:01"), DemoLog.At("10:23:01")),
            ],
            agent.Stretches);
    }

    [Fact]
    public void Of_StretchOverTheStart_IsCutToIt()
    {
        var agent = Assert.Single(DutyRoster.Of([Served("AVI", "9:58:00", 300)], Hour));

        Assert.Equal([new DutyStretch(Hour.From, DemoLog.At("10:03:00"))], agent.Stretches);
    }

    [Fact]
    public void Of_StretchOutside_IsNobody() =>
        Assert.Empty(DutyRoster.Of([Served("AVI", "9:50:00", 60), Served("ELI", "11:00:00", 60)], Hour));

    [Fact]
    public void Of_Types_AreThoseServedAnywhereInTheLog()
    {
        var agent = Assert.Single(DutyRoster.Of([Served("AVI", "10:10:00", 60), Served("AVI", "20:00:00", 60) with { Type = "PE" }], Hour));

        Assert.Equal(["PS", "PE"], agent.Types);
        Assert.Equal(["he", "en"], Staff.ProfileOf(agent, "bank").Languages.Select(language => language.Language));
    }

    [Fact]
    public void Plan_TypeThatNobodyOnDutyServes_HangsUp()
    {
        var caller = Served("AVI", "20:00:00", 60) with { Type = "NE", MenuEntry = DemoLog.At("10:20:00") };
        var plan = ReplayPlan.Of([Served("ELI", "10:10:00", 60), caller], Hour);

        Assert.Equal([null, TimeSpan.FromSeconds(30)], plan.Callers.Select(c => c.Patience));
        Assert.Equal(1, plan.Odd[OddKind.NobodyServesType]);
    }

    [Fact]
    public void Plan_OneWhoHungUp_IsServedAsLongAsIsUsualForHisType()
    {
        var left = Served("AVI", "10:20:00", 0) with { Outcome = Outcome.Hang, Server = null, ServiceStart = null };
        var plan = ReplayPlan.Of([Served("AVI", "10:10:00", 60), Served("AVI", "10:14:00", 121), left], Hour);

        var caller = Assert.Single(plan.Callers, c => c.Row == left);
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)), (caller.Patience, caller.Service));
    }

    [Fact]
    public void Plan_ChosenAgentWhoIsNotOnDuty_IsRefusedByName()
    {
        var error = Assert.Throws<CommandException>(() => ReplayPlan.Of([Served("AVI", "10:10:00", 60)], Hour, ["AVI", "NOA"]));

        Assert.Equal("NOA: not on duty then. On duty are AVI.", error.Message);
    }

    private static CallRow Served(string server, string start, int seconds)
    {
        var began = DemoLog.At(start.PadLeft(8, '0'));
        return new CallRow
        {
            FileLine = 2 + (int)began.TimeOfDay.TotalSeconds,
            CallId = start,
            Line = "AA01",
            CustomerId = "77",
            Priority = 0,
            Type = "PS",
            MenuEntry = began.AddSeconds(-35),
            MenuSeconds = 5,
            QueueStart = began.AddSeconds(-30),
            QueueSeconds = 30,
            Outcome = Outcome.Agent,
            ServiceStart = began,
            ServiceSeconds = seconds,
            Server = server,
        };
    }
}
