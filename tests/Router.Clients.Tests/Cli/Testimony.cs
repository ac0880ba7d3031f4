using Google.Protobuf.WellKnownTypes;
using Router.Cli.Check;
using Router.Cli.Journals;
using Router.V1;

namespace Router.Clients.Tests.Cli;

/// <summary>Evidence of a clean run of three calls, to be spoilt by a test: T1 served by AVI, T2 lost its agent and was served by ELI, T3 hung up.</summary>
internal static class Testimony
{
    public static Evidence Clean() => new(
        [
            Submitted("T1"),
            Submitted("T2"),
            Submitted("T3"),
            Accepted("T1", "AVI", 1),
            Completed("T1", "AVI", 1),
            Accepted("T2", "AVI", 1),
            Accepted("T2", "ELI", 2),
            Completed("T2", "ELI", 2),
            new Sight { Saw = SightKind.Ended, At = DemoLog.At("10:00:00"), Ticket = "T3", State = TicketState.Abandoned },
        ],
        new Dictionary<string, Ticket?>
        {
            ["T1"] = new() { Id = "T1", State = TicketState.Completed, LastOfferNo = 1, LastAssignmentNo = 1 },
            ["T2"] = new() { Id = "T2", State = TicketState.Completed, LastOfferNo = 3, LastAssignmentNo = 2 },
            ["T3"] = new() { Id = "T3", State = TicketState.Abandoned },
        },
        Numbered(
            new Event { PolicyChanged = new PolicyChanged() },
            new Event { TicketEntered = new TicketEntered { TicketId = "T1" } },
            new Event { OfferMade = new OfferMade { TicketId = "T1", OfferNo = 1, AgentId = "AVI" } },
            new Event { TicketAssigned = Assigned("T1", 1, "AVI", 1, 10) },
            new Event { TicketEntered = new TicketEntered { TicketId = "T2" } },
            new Event { TicketCompleted = new TicketCompleted { TicketId = "T1", AssignmentNo = 1, AgentId = "AVI" } },
            new Event { OfferMade = new OfferMade { TicketId = "T2", OfferNo = 1, AgentId = "ELI" } },
            new Event { OfferEnded = new OfferEnded { TicketId = "T2", OfferNo = 1, AgentId = "ELI" } },
            new Event { OfferMade = new OfferMade { TicketId = "T2", OfferNo = 2, AgentId = "AVI" } },
            new Event { TicketAssigned = Assigned("T2", 1, "AVI", 2, 20) },
            new Event { TicketRequeued = new TicketRequeued { TicketId = "T2", AssignmentNo = 1, AgentId = "AVI" } },
            new Event { OfferMade = new OfferMade { TicketId = "T2", OfferNo = 3, AgentId = "ELI" } },
            new Event { TicketAssigned = Assigned("T2", 2, "ELI", 3, 90) },
            new Event { TicketEntered = new TicketEntered { TicketId = "T3" } },
            new Event { TicketAbandoned = new TicketAbandoned { TicketId = "T3", Waited = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)) } },
            new Event { TicketCompleted = new TicketCompleted { TicketId = "T2", AssignmentNo = 2, AgentId = "ELI" } }));

    /// <summary>The same without one event; those after it keep their numbers, or move up.</summary>
    public static Evidence Without(this Evidence evidence, Event dropped, bool keepNumbers)
    {
        var kept = evidence.Events.Where(happened => !happened.Equals(dropped)).ToArray();
        return evidence with { Events = keepNumbers ? kept : Numbered(kept) };
    }

    public static Sight Submitted(string ticket) =>
        new() { Saw = SightKind.Submitted, At = DemoLog.At("10:00:00"), Ticket = ticket, ExternalId = $"external {ticket}" };

    public static Sight Accepted(string ticket, string agent, int assignment) =>
        new() { Saw = SightKind.Accepted, At = DemoLog.At("10:00:00"), Ticket = ticket, Agent = agent, AssignmentNo = assignment, State = TicketState.Assigned };

    public static Sight Completed(string ticket, string agent, int assignment) =>
        new() { Saw = SightKind.Completed, At = DemoLog.At("10:00:00"), Ticket = ticket, Agent = agent, AssignmentNo = assignment, State = TicketState.Completed };

    private static TicketAssigned Assigned(string ticket, int assignment, string agent, int offer, int waited) => new()
    {
        TicketId = ticket,
        AssignmentNo = assignment,
        AgentId = agent,
        OfferNo = offer,
        Waited = Duration.FromTimeSpan(TimeSpan.FromSeconds(waited)),
        First = assignment == 1,
    };

    private static Event[] Numbered(params Event[] events)
    {
        var number = 0;
        return [.. events.Select(happened => new Event(happened) { Position = new EventPosition { Term = 7, Number = ++number } })];
    }
}
