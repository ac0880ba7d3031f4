using System.Text;
using Router.Engine.Commands;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.States;

/// <summary>The table of docs/states.md says what the engine does: each command is given to real tickets in each state.</summary>
public sealed class CommandTableTests
{
    private const string NotImplemented = "NOT_IMPLEMENTED";
    private const string Impossible = "-";
    private const int MostVariants = 4;

    private static readonly string[] Closed = ["completed", "abandoned", "cancelled", "expired"];

    private static readonly Dictionary<string, Func<Situation, IEnumerable<Command>>> Variants = new()
    {
        ["TicketService.End"] = s => [new End(s.TicketId)],
        ["TicketService.Cancel"] = s => [new Cancel(s.TicketId, "spam")],
        // Of a ticket that is not found there is nothing to reopen: it is refused as ending it is.
        ["TicketService.Reopen"] = s => s.TicketId == Situation.NoTicket ? [new End(s.TicketId)] : [new Reopen(s.Workspace.Ticket(s.TicketId), "")],
        ["TicketService.Reschedule"] = s => [new Reschedule(s.TicketId, s.Workspace.Now + 60_000), new Reschedule(s.TicketId, 0)],
        ["TicketService.RequestCallBack"] = s =>
        [
            new RequestCallBack(s.TicketId, new("+1", 0, 0, "")),
            new RequestCallBack(s.TicketId, new("+1", s.Workspace.Now + 1, s.Workspace.Now + 3_600_000, "")),
        ],
        ["Work.report_call_back"] = s => [new ReportCallBack(s.Agent, s.TicketId, LastAssignment(s), "no_answer")],
        ["TicketService.Append"] = s => [new Append(s.TicketId, null, 0, new MessageText("hello", ""))],
        ["Work.accept"] = s => [new Accept(s.Asked, s.TicketId, LastOffer(s))],
        ["Work.decline"] = s => [new Decline(s.Asked, s.TicketId, LastOffer(s), "")],
        ["Work.complete"] = s =>
        [
            new Complete(s.Agent, s.TicketId, LastAssignment(s), "", ""),
            new Complete(s.Agent, s.TicketId, LastAssignment(s), "done", ""),
        ],
        ["Work.end_wrap_up"] = s => [new EndWrapUp(s.Agent, s.TicketId, LastAssignment(s))],
        ["Work.extend_wrap_up"] = s => [new ExtendWrapUp(s.Agent, s.TicketId, LastAssignment(s))],
        ["Work.hold"] = s => [new SetHold(s.Agent, s.TicketId, LastAssignment(s), OnHold: true)],
        ["Work.resume"] = s => [new SetHold(s.Agent, s.TicketId, LastAssignment(s), OnHold: false)],
        ["Work.mark_hard"] = s => [new MarkHard(s.Agent, s.TicketId, LastAssignment(s))],
        ["Work.park"] = s =>
        [
            new Park(s.Agent, s.TicketId, LastAssignment(s), 0, UntilAnswer: false, ""),
            new Park(s.Agent, s.TicketId, LastAssignment(s), s.Workspace.Now + 60_000, UntilAnswer: false, ""),
        ],
        ["Work.transfer"] = s => s.Other.Length == 0
            ? [new Transfer(s.Agent, s.TicketId, LastAssignment(s), new(Rules.Service, null, []), "")]
            :
            [
                new Transfer(s.Agent, s.TicketId, LastAssignment(s), new(Rules.Service, null, []), ""),
                new Transfer(s.Agent, s.TicketId, LastAssignment(s), new("", null, [], s.Other), "", IsWarm: true),
            ],
        ["Work.end_handover"] = s => [new EndHandover(s.Agent, s.TicketId, LastAssignment(s))],
        ["Work.start_consult"] = s => s.Other.Length == 0
            ? [new StartConsult(s.Agent, s.TicketId, LastAssignment(s), new(Rules.Service, null, []), "")]
            : [new StartConsult(s.Agent, s.TicketId, LastAssignment(s), new("", null, [], s.Other), "")],
        ["Work.end_consult"] = s => Enum.GetValues<ConsultOutcome>().Select(o => new EndConsult(s.Agent, s.TicketId, LastAssignment(s), o)),
        ["SupervisorService.Assign"] = s => [new AssignTickets([s.TicketId], SkipRefused: false, "", null, s.Agent, PastCapacity: true)],
        ["SupervisorService.Move"] = s => [new MoveTickets([s.TicketId], SkipRefused: false, "", null, Rules.Service)],
        ["SupervisorService.Reprioritise"] = s => [new ReprioritiseTickets([s.TicketId], SkipRefused: false, "", null, 5)],
        ["SupervisorService.ChangeRequirement"] = s => [new ChangeTicketNeeds([s.TicketId], SkipRefused: false, "", null, [], [])],
        ["SupervisorService.ForceComplete"] = s => [new CompleteTickets([s.TicketId], SkipRefused: false, "", null, "")],
        ["Work.message"] = s => [new Append(s.TicketId, s.Agent, LastAssignment(s), new MessageText("hello", ""))],
        ["Work.sign_out"] = s => s.IsSignedIn
            ? Enum.GetValues<WorkInHand>().Select(w => new SignOut(s.Agent, s.Workspace.View(s.Agent).Record.SessionId, w))
            : [],
    };

    [Fact]
    public void Columns_are_the_states() =>
        Assert.Equal(
            ["none", .. Enum.GetValues<TicketState>().Where(s => s != TicketState.Unspecified).Select(Situation.Name)],
            StateTable.Commands().Select(c => c.State).Distinct());

    [Fact]
    public void Commands_that_are_served_are_those_of_the_engine()
    {
        var served = StateTable.Commands().Where(c => !c.Outcomes.Contains(NotImplemented)).Select(c => c.Command).Distinct();
        Assert.Equal(Variants.Keys.Append("TicketService.Submit").Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
        var others = StateTable.Commands().Where(c => c.Outcomes.Contains(NotImplemented));
        Assert.All(others, c => Assert.Equal([NotImplemented], c.Outcomes));
    }

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var (command, state, outcomes) in StateTable.Commands().Where(c => Variants.ContainsKey(c.Command)))
        {
            cells.Add(command, state, string.Join(", ", outcomes));
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_InAState_DoesWhatTheTableSays(string command, string state, string outcomes)
    {
        var happened = new SortedSet<string>(StringComparer.Ordinal);
        for (var variant = 0; variant < MostVariants; variant++)
        {
            foreach (var situation in Situation.In(state))
            {
                if (Variants[command](situation).ElementAtOrDefault(variant) is { } told)
                {
                    happened.Add(Outcome(situation, told, state));
                }
            }
        }

        Assert.Equal(outcomes, happened.Count == 0 ? Impossible : string.Join(", ", happened));
    }

    [Fact]
    public void Submit_OfANewTicket_LeadsWhereTheTableSays()
    {
        var staffed = new Workspace().Agent("ann");
        var empty = new Workspace();
        TicketState[] states =
        [
            staffed.State(staffed.Submit("email")),
            staffed.State(staffed.Submit("call")),
            empty.State(empty.Submit("call")),
            empty.State(empty.Submit("call", startsIn: 9)),
        ];
        Assert.Equal(Row("none"), states.Select(Situation.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>The edge knows a repeated submit by source and external id and answers it; the engine is not asked.</summary>
    [Fact]
    public void Submit_OfAKnownTicket_IsTheEdgesMatterAndChangesNothing() =>
        Assert.All(
            StateTable.Commands().Where(c => c.Command == "TicketService.Submit" && c.State != "none"),
            c => Assert.Equal(["unchanged"], c.Outcomes));

    private static string[] Row(string state) =>
        StateTable.Commands().Single(c => c.Command == "TicketService.Submit" && c.State == state).Outcomes;

    private static int LastOffer(Situation situation) =>
        situation.TicketId == Situation.NoTicket ? 1 : Math.Max(1, situation.Workspace.Ticket(situation.TicketId).OfferNo);

    private static int LastAssignment(Situation situation) =>
        situation.TicketId == Situation.NoTicket ? 1 : Math.Max(1, situation.Workspace.Ticket(situation.TicketId).AssignmentNo);

    /// <summary>The engine knows open tickets alone: of a closed one the edge says WRONG_STATE, as it finds it in the store.</summary>
    private static string Outcome(Situation situation, Command command, string state)
    {
        var before = Seen(situation);
        var outcome = situation.Workspace.Try(command);
        if (!outcome.IsRefused)
        {
            return before == Seen(situation) ? "unchanged" : Situation.Name(situation.Workspace.State(situation.TicketId));
        }

        Assert.Equal(before, Seen(situation));
        return outcome.Reason == Reason.UnknownTicket && Closed.Contains(state) ? "WRONG_STATE" : Upper(outcome.Reason);
    }

    private static (TicketState, int, int, string, int)? Seen(Situation situation)
    {
        if (situation.TicketId == Situation.NoTicket)
        {
            return null;
        }

        var ticket = situation.Workspace.Ticket(situation.TicketId);
        return (ticket.State, ticket.OfferNo, ticket.AssignmentNo, ticket.AgentId, ticket.Offers.Count);
    }

    private static string Upper(Reason reason)
    {
        var text = new StringBuilder();
        foreach (var letter in $"{reason}")
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
