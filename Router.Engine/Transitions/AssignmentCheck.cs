using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Whether a request on an assignment comes from its owner while it lasts.</summary>
internal static class AssignmentCheck
{
    public static Outcome? Refuse(
        WorkspaceState state, string agentId, string ticketId, int assignmentNo, out Ticket ticket)
    {
        if (!state.Tickets.TryGetValue(ticketId, out ticket!))
        {
            return Refusals.UnknownTicket(ticketId);
        }

        var isInHand = ticket.State is TicketState.Assigned or TicketState.WrappingUp;
        if (assignmentNo >= 1 && (assignmentNo < ticket.AssignmentNo || (assignmentNo == ticket.AssignmentNo && !isInHand)))
        {
            return Outcome.Refused(
                Reason.StaleAssignment,
                $"Assignment {assignmentNo} of ticket {ticketId} is over: it is no longer yours to act on.",
                ("field", "assignment_no"));
        }

        if (assignmentNo != ticket.AssignmentNo || !isInHand || ticket.Agent!.Id != agentId)
        {
            return Outcome.Refused(Reason.NotYourAssignment, $"Ticket {ticketId} is not assigned to you.", ("field", "ticket_id"));
        }

        return null;
    }
}
