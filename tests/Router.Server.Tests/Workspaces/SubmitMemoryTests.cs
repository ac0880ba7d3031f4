using Router.Server.Store.Commits;
using Router.Server.Workspaces.Memory;

namespace Router.Server.Tests.Workspaces;

public sealed class SubmitMemoryTests
{
    private const long HourMs = 3_600_000;
    private const long Start = 500_000 * HourMs;

    [Fact]
    public void Forget_AfterADay_KeepsOpenTicketsAlone()
    {
        var memory = new SubmitMemory([], [], Start);
        memory.Remember(1, "open", default, Start);
        memory.Remember(2, "closed", default, Start);
        memory.Remember(3, "young", default, Start + (20 * HourMs));

        memory.Forget(Start + (24 * HourMs), t => t == "open");
        Assert.NotNull(memory.Find(2));
        memory.Forget(Start + (27 * HourMs), t => t == "open");

        Assert.NotNull(memory.Find(1));
        Assert.Null(memory.Find(2));
        Assert.NotNull(memory.Find(3));
    }

    [Fact]
    public void Forget_OfAnOpenTicketThatIsClosedLater_ForgetsItADayAfterThat()
    {
        var memory = new SubmitMemory([], [], Start);
        memory.Remember(1, "ticket", default, Start);

        memory.Forget(Start + (27 * HourMs), _ => true);
        memory.Forget(Start + (50 * HourMs), _ => false);
        Assert.NotNull(memory.Find(1));
        memory.Forget(Start + (54 * HourMs), _ => false);

        Assert.Null(memory.Find(1));
    }

    [Fact]
    public void Load_OfTheSameTwice_KnowsTheLaterOne_UntilItsOwnTimeIsOver()
    {
        var now = Start + (30 * HourMs);
        var memory = new SubmitMemory([Kept("later", now), Kept("first", Start)], [], now);

        memory.Forget(now, _ => false);
        Assert.Equal("later", memory.Find(1)?.TicketId);
        memory.Forget(now + (27 * HourMs), _ => false);

        Assert.Null(memory.Find(1));
    }

    private static KeptSubmit Kept(string ticketId, long at) => new(1, ticketId, default, at);
}
