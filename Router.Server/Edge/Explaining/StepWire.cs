using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Explaining;

/// <summary>Explained steps and tickets ahead on the wire.</summary>
internal static class StepWire
{
    /// <summary>A step of an open ticket.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="step">The step.</param>
    public static V1.ExplainedStep Of(int number, StepStaffing step) => new()
    {
        Step = number,
        Requirement = Of(step.Requirement),
        OpensAt = ProtoTime.TimeOrNone(step.OpensAt),
        Open = step.IsOpen,
        Registered = step.Registered,
        SignedIn = step.SignedIn,
        Away = step.Away,
        Resting = step.Resting,
        AtCapacity = step.AtCapacity,
        CoolingDown = step.CoolingDown,
        Held = step.Held,
        Reserved = step.Reserved,
        Draining = step.Draining,
        SessionLost = step.SessionLost,
        Eligible = step.Eligible,
        LongestHandling = step.AtCapacity == 0 ? null : ProtoTime.Length(step.LongestBusyMs),
    };

    /// <summary>A step of a closed ticket: nobody waits for agents any more, and none are counted.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="step">The step.</param>
    /// <param name="enteredAt">When the ticket entered its queue, engine time in ms; 0 when it never did.</param>
    /// <param name="last">The last step that opened.</param>
    public static V1.ExplainedStep Of(int number, RoutingStep step, long enteredAt, int last) => new()
    {
        Step = number,
        Requirement = Of(step.Requirement),
        OpensAt = enteredAt == 0 ? null : ProtoTime.Time(enteredAt + step.OpensAfterMs),
        Open = enteredAt > 0 && number <= last,
    };

    /// <summary>A ticket that goes first.</summary>
    /// <param name="ticket">The ticket.</param>
    public static V1.TicketAhead Of(TicketAhead ticket) => new()
    {
        TicketId = ticket.TicketId,
        DueAt = ProtoTime.Time(ticket.DueAt),
        Queue = ticket.Queue,
        Channel = ticket.Channel,
    };

    private static V1.Requirement Of(Requirement asked) => new()
    {
        Queue = asked.Queue,
        Languages = { asked.Languages.Select(NeedsWire.Of) },
        Skills = { asked.Skills.Select(NeedsWire.Of) },
    };
}
