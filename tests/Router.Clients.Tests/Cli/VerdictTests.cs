using System.Text.Json;
using Router.Cli.Check;
using Router.Cli.Journals;
using Router.V1;

namespace Router.Clients.Tests.Cli;

public sealed class VerdictTests
{
    [Fact]
    public void On_CleanRun_FindsNothing()
    {
        var verdict = Verdict.On(Testimony.Clean());

        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Tally.IsClean);
        Assert.Equal(
            """{"submitted":3,"completed":2,"abandoned":1,"lost":0,"owned_twice":0,"events_missing":0,"wait_p50_s":20,"wait_p90_s":30}""",
            JsonSerializer.Serialize(verdict.Tally));
    }

    [Fact]
    public void On_TicketTheServerDoesNotKnow_IsLost()
    {
        var evidence = Testimony.Clean();
        var verdict = Verdict.On(evidence with { Tickets = With(evidence, "T3", null) });

        Assert.Equal(1, verdict.Tally.Lost);
        Assert.Contains("lost: ticket T3 was acknowledged, and the server does not know it", verdict.Findings);
    }

    [Theory]
    [InlineData("T1", TicketState.Assigned)]
    [InlineData("T1", TicketState.Abandoned)]
    [InlineData("T3", TicketState.Queued)]
    [InlineData("T3", TicketState.Completed)]
    public void On_TicketThatEndedOtherwiseThanToldIsLost(string id, TicketState state)
    {
        var evidence = Testimony.Clean();
        var ticket = new Ticket(evidence.Tickets[id]) { State = state };

        Assert.Equal(1, Verdict.On(evidence with { Tickets = With(evidence, id, ticket) }).Tally.Lost);
    }

    [Fact]
    public void On_OneAssignmentAcknowledgedToTwoAgents_IsOwnedTwice()
    {
        var evidence = Testimony.Clean();

        Assert.Equal(1, Verdict.On(evidence with { Sights = [.. evidence.Sights, Testimony.Accepted("T1", "ELI", 1)] }).Tally.OwnedTwice);
    }

    [Fact]
    public void On_AcceptAcknowledgedWhileAnotherHadIt_IsOwnedTwice()
    {
        var evidence = Testimony.Clean().Without(Testimony.Clean().Events.Single(happened => happened.TicketRequeued is not null), keepNumbers: false);

        var tally = Verdict.On(evidence).Tally;

        Assert.Equal((0, 1), (tally.Lost, tally.OwnedTwice));
    }

    [Fact]
    public void On_AcceptAcknowledgedTwiceToTheSameAgent_IsClean()
    {
        var evidence = Testimony.Clean();

        Assert.True(Verdict.On(evidence with { Sights = [.. evidence.Sights, Testimony.Accepted("T1", "AVI", 1)] }).Tally.IsClean);
    }

    public static TheoryData<int> Events() => [.. Enumerable.Range(0, Testimony.Clean().Events.Count)];

    public static TheoryData<int> EventsOfTickets() =>
        [.. Enumerable.Range(0, Testimony.Clean().Events.Count).Where(index => Testimony.Clean().Events[index].PolicyChanged is null)];

    [Theory]
    [MemberData(nameof(Events))]
    public void On_AnyEventLeftOutWithItsNumber_IsMissing(int index)
    {
        var dropped = Testimony.Clean().Events[index];

        Assert.NotEqual(0, Verdict.On(Testimony.Clean().Without(dropped, keepNumbers: true)).Tally.EventsMissing);
    }

    [Theory]
    [MemberData(nameof(EventsOfTickets))]
    public void On_AnyEventOfATicketLeftOutBeforeItGotANumber_IsMissing(int index)
    {
        var dropped = Testimony.Clean().Events[index];

        Assert.NotEqual(0, Verdict.On(Testimony.Clean().Without(dropped, keepNumbers: false)).Tally.EventsMissing);
    }

    [Fact]
    public void On_EventsInAnotherOrder_AreMissingWhereTheyShouldBe()
    {
        var evidence = Testimony.Clean();
        var events = evidence.Events.ToArray();
        (events[1].Position, events[2].Position) = (events[2].Position, events[1].Position);
        (events[1], events[2]) = (events[2], events[1]);

        Assert.Equal(1, Verdict.On(evidence with { Events = events }).Tally.EventsMissing);
    }

    [Fact]
    public void Unsubmitted_DifferenceToTheLog_IsNamed()
    {
        IReadOnlyList<Sight> sights = [Testimony.Submitted("T1"), Testimony.Submitted("T2")];

        var difference = Verdict.Unsubmitted(sights, new HashSet<string> { "external T1", "external T3" });

        Assert.Equal(["not submitted: external T3", "not in the log: external T2"], difference);
    }

    [Fact]
    public void LoggedCalls_RealHalfHour_AreTheSameAsTheReplayPlays()
    {
        var calls = LoggedCalls.Read(DemoLog.Path).Where(c => c.Entry >= DemoLog.HalfAnHour.From && c.Entry < DemoLog.HalfAnHour.To).ToList();

        Assert.Equal(108, calls.Count);
        Assert.Equal(
            DemoLog.Rows.Where(row => DemoLog.HalfAnHour.Has(row) && row.ReachedQueue).Select(row => row.Key).Order(),
            calls.Where(call => call.MustBeSubmitted).Select(call => call.ExternalId).Order());
    }

    private static Dictionary<string, Ticket?> With(Evidence evidence, string id, Ticket? ticket) => new(evidence.Tickets) { [id] = ticket };
}
