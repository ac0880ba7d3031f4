using Router.AgentClient.Terminal.Modes;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

public sealed class ConsultKeysTests
{
    [Theory]
    [InlineData("i@noa", "Ask noa to join")]
    [InlineData("ilaw", "Ask law to join")]
    public void Consult_IsAskedForByNameOrQueue_ThenANote(string keys, string title)
    {
        using var bench = InHand();
        bench.Type(keys);
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains(title, bench.Frame, StringComparison.Ordinal);
        bench.Type("a loan");
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        Assert.IsType<Browsing>(bench.Desk.Mode);
    }

    [Fact]
    public void WhoIsAsked_IsShown_AndIsAskedNoLonger()
    {
        using var bench = InHand();
        bench.Width = 150;
        bench.Tell(Changed(a => a.Consult = new OpenOffer { OfferNo = 2, AgentId = "noa", ExpiresAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Told.Noon.AddSeconds(30)) }));
        Assert.Contains("asks noa", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("i ask no longer", bench.Hints, StringComparison.Ordinal);
        bench.Type("i");
        Assert.Single(bench.Desk.TakeRequests());
        bench.Tell(Changed(_ => { }));
        Assert.Contains("noa does not join", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoHasJoined_IsShown_AndLeftToOrLetGoOrStays()
    {
        using var bench = InHand();
        bench.Width = 150;
        bench.Tell(Changed(a => a.Participants.Add("noa")));
        Assert.Contains("noa joined", bench.Frame, StringComparison.Ordinal);
        Assert.Contains(", with noa", bench.Frame, StringComparison.Ordinal);
        bench.Type("i");
        Assert.Equal(["Let noa go", "Leave it to noa", "noa stays to the end"], Assert.IsType<EndingConsult>(bench.Desk.Mode).Choices(bench.Desk));
        bench.Keys(ConsoleKey.DownArrow, ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        bench.Tell(Changed(a =>
        {
            a.Participants.Add("noa");
            a.Staying.Add("noa");
        }));
        bench.Type("i");
        Assert.Equal(["Let noa go", "Leave it to noa", "Ask somebody else to join"], Assert.IsType<EndingConsult>(bench.Desk.Mode).Choices(bench.Desk));
        bench.Keys(ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.Enter);
        Assert.IsType<Consulting>(bench.Desk.Mode);
    }

    [Fact]
    public void WhoHasJoined_HasItsOwnersKeysNot_AndFollowsAnotherOwner()
    {
        using var bench = new DeskBench();
        bench.Width = 150;
        bench.Tell(new WorkUpdate { Assignment = Joined(1, "noa") });
        Assert.DoesNotContain("complete", bench.Hints, StringComparison.Ordinal);
        Assert.Contains("i leave or take over", bench.Hints, StringComparison.Ordinal);
        bench.Type("c");
        Assert.IsType<Browsing>(bench.Desk.Mode);
        Assert.Contains("that is its owner's", bench.Frame, StringComparison.Ordinal);
        bench.Tell(new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = Joined(2, "eve") } });
        Assert.Equal((2, true), (bench.Desk.Selected!.AssignmentNo, bench.Desk.Selected.IsParticipant));
        Assert.Contains("eve has taken", bench.Frame, StringComparison.Ordinal);
        bench.Type("i");
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        bench.Tell(new WorkUpdate { AssignmentEnded = new AssignmentEnded { TicketId = "t-1", AssignmentNo = 2, Reason = AssignmentEnd.Consult } });
        Assert.Empty(bench.Desk.State.InHand);
        Assert.Contains("You are no longer with", bench.Frame, StringComparison.Ordinal);
    }

    private static Assignment Joined(int number, string owner)
    {
        var assignment = Told.Assignment("t-1", Told.Noon, "chat");
        (assignment.AssignmentNo, assignment.Participant) = (number, true);
        assignment.Ticket.Assignment = new CurrentAssignment { AssignmentNo = number, AgentId = owner, Participants = { "me" } };
        return assignment;
    }

    private static WorkUpdate Changed(Action<CurrentAssignment> change)
    {
        var assignment = Told.Assignment("t-1", Told.Noon, "chat");
        assignment.Ticket.Assignment = new CurrentAssignment { AssignmentNo = 1, AgentId = "me" };
        change(assignment.Ticket.Assignment);
        return new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = assignment } };
    }

    private static DeskBench InHand() => new(fill: told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat")));
}
