using Router.CallLog;
using Router.Cli.CallLog;
using Router.Cli.Replay;

namespace Router.Clients.Tests.Cli;

public sealed class OddRowsTests
{
    private static readonly CallRow Plain = new()
    {
        FileLine = 2,
        CallId = "1",
        Line = "AA01",
        CustomerId = "77",
        Priority = 0,
        Type = "PS",
        MenuEntry = DemoLog.At("10:00:00"),
        MenuSeconds = 5,
        QueueStart = DemoLog.At("10:00:05"),
        QueueSeconds = 60,
        Outcome = Outcome.Agent,
        ServiceStart = DemoLog.At("10:01:05"),
        ServiceSeconds = 120,
        Server = "AVI",
    };

    [Fact]
    public void KindsOf_PlainRow_AreNone() => Assert.Empty(new OddRows([Plain]).KindsOf(Plain));

    [Fact]
    public void KindsOf_OddRow_AreEachFound()
    {
        Finds(OddKind.NeverQueued, Plain with { Outcome = Outcome.Hang, QueueSeconds = 0, Server = null, ServiceSeconds = 0 });
        Finds(OddKind.Phantom, Plain with { Outcome = Outcome.Phantom });
        Finds(OddKind.ServerUnknown, Plain with { Server = null });
        Finds(OddKind.ServiceStartMissing, Plain with { ServiceStart = null });
        Finds(OddKind.ServiceTimeZero, Plain with { ServiceSeconds = 0 });
        Finds(OddKind.HungUpButServed, Plain with { Outcome = Outcome.Hang });
        Finds(OddKind.QueueBeforeMenu, Plain with { MenuEntry = DemoLog.At("10:00:10"), MenuSeconds = -5 });
        Finds(OddKind.QueueAfterMenu, Plain with { MenuSeconds = 1 });
        Finds(OddKind.ClockRounding, Plain with { ServiceStart = DemoLog.At("10:01:03") });
        Finds(OddKind.ServiceStartElsewhere, Plain with { ServiceStart = DemoLog.At("10:01:02") });
        Finds(OddKind.CustomerUnknown, Plain with { CustomerId = "0" });
    }

    [Fact]
    public void KindsOf_RowsOfOneLog_FindWhatLiesBetweenThem()
    {
        var overlapping = Plain with { FileLine = 3, CallId = "2", ServiceStart = DemoLog.At("10:01:06") };
        var repeated = Plain with { FileLine = 4, Line = "AA02", Server = "ELI" };
        var odd = new OddRows([Plain, overlapping, repeated]);

        Assert.Empty(odd.KindsOf(Plain));
        Assert.Equal([OddKind.ServicesOverlap], odd.KindsOf(overlapping));
        Assert.Equal([OddKind.CallIdRepeated], odd.KindsOf(repeated));
    }

    [Fact]
    public void Plan_RealHalfHour_CountsOddRowsByKind()
    {
        var plan = ReplayPlan.Of(DemoLog.Rows, DemoLog.HalfAnHour);

        Assert.Equal((108, 103, 11), (plan.Rows, plan.Callers.Count, plan.Agents.Count));
        Assert.Equal((4, 1), (plan.Odd[OddKind.NeverQueued], plan.Odd[OddKind.Phantom]));
        Assert.Equal(1, plan.Odd[OddKind.QueueBeforeMenu]);
    }

    private static void Finds(OddKind kind, CallRow row) => Assert.Equal([kind], new OddRows([row]).KindsOf(row));
}
