using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Agents;

/// <summary>Assignments on the wire.</summary>
internal static class AssignmentWire
{
    /// <summary>A ticket in an agent's hands, with its history.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="isParticipant">He has joined it, and does not own it.</param>
    /// <param name="assignmentNo">The assignment.</param>
    /// <param name="conversation">Its newest messages, oldest first.</param>
    public static V1.Assignment Of(TicketRecord ticket, bool isParticipant, int assignmentNo, IReadOnlyList<V1.Message> conversation)
    {
        var assignment = Of(ticket, isParticipant);
        assignment.AssignmentNo = assignmentNo;
        assignment.Conversation.Add(conversation);
        foreach (var entry in ticket.History)
        {
            assignment.History.Add(HistoryWire.Of(entry));
        }

        return assignment;
    }

    /// <summary>A ticket in an agent's hands as it is now, without history and conversation.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="isParticipant">He has joined it, and does not own it.</param>
    public static V1.Assignment Of(TicketRecord ticket, bool isParticipant) => new()
    {
        Ticket = TicketWire.Of(ticket, null),
        AssignmentNo = ticket.AssignmentNo,
        Participant = isParticipant,
        OnHold = ticket.OnHoldSince > 0,
        WrapUpUntil = ticket.State == TicketState.WrappingUp ? ProtoTime.Time(ticket.WrapUpEndsAt) : null,
        WrapUpExtended = ticket.WrapUpExtended,
        Note = TransferNote.Of(ticket),
        AssignedAt = ProtoTime.Time(ticket.AssignedAt),
        PastCapacity = IsPastCapacity(ticket.History),
    };

    /// <summary>The loss of a ticket.</summary>
    /// <param name="requeued">The fact.</param>
    public static V1.AssignmentEnded Of(TicketRequeued requeued) => new()
    {
        TicketId = requeued.TicketId,
        AssignmentNo = requeued.AssignmentNo,
        Reason = requeued.Cause switch
        {
            RequeueCause.SessionLost => V1.AssignmentEnd.SessionLost,
            RequeueCause.HandedBack => V1.AssignmentEnd.HandedBack,
            _ => V1.AssignmentEnd.Unspecified,
        },
    };

    /// <summary>The loss of a ticket by the agent's own doing.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="assignmentNo">The assignment that ended.</param>
    /// <param name="reason">Why.</param>
    public static V1.AssignmentEnded Of(string ticketId, int assignmentNo, V1.AssignmentEnd reason) =>
        new() { TicketId = ticketId, AssignmentNo = assignmentNo, Reason = reason };

    /// <summary>The end of an interaction.</summary>
    /// <param name="over">The fact.</param>
    /// <param name="kind">The wrap-up that follows.</param>
    /// <param name="disposition">The disposition given so far.</param>
    public static V1.WrapUpStarted Of(InteractionEnded over, V1.WrapUpKind kind, string disposition) => new()
    {
        TicketId = over.TicketId,
        AssignmentNo = over.AssignmentNo,
        EndedBy = (V1.EndedBy)over.By,
        Kind = kind,
        Until = ProtoTime.TimeOrNone(over.WrapUpEndsAt),
        Disposition = disposition,
    };

    /// <summary>The completion of a ticket.</summary>
    /// <param name="completed">The fact.</param>
    public static V1.Completed Of(TicketCompleted completed) => new()
    {
        TicketId = completed.TicketId,
        AssignmentNo = completed.AssignmentNo,
        Disposition = completed.Disposition,
        Forced = completed.Forced,
    };

    private static bool IsPastCapacity(ReadOnlySpan<HistoryEntry> history)
    {
        for (var i = history.Length - 1; i >= 0; i--)
        {
            if (history[i].Kind == FactKind.TicketAssigned)
            {
                return HistoryWire.IsPastCapacity(history[i]);
            }
        }

        return false;
    }
}
