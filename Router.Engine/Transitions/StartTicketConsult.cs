using Router.Engine.Commands;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner of an assigned ticket asks another agent, or who is free of a queue, to join him. Answered with the ticket's state.</summary>
internal static class StartTicketConsult
{
    public static Outcome Apply(WorkspaceState state, StartConsult command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.Assigned)
        {
            return Refusals.WrongState(ticket, "the interaction is over; only an assigned ticket can be joined");
        }

        if (PeerCheck.RefuseAnother(ticket) is { } another)
        {
            return another;
        }

        if (ticket.Participants.Length >= Participants.Most)
        {
            return Refusals.WrongState(ticket, $"{Participants.Most} agents have joined it; let one of them go first");
        }

        if (Find(state, ticket, command.Target, out var target) is { } nobody)
        {
            return nobody;
        }

        var isNamed = command.Target.AgentId.Length > 0;
        PeerOffers.Begin(state, ticket, target, command.Note, isConsult: true, isNamed ? "" : TransferTicket.ContentFor(ticket.Content, command.Target).Queue);
        return Outcome.Done(ticket.State);
    }

    private static Outcome? Find(WorkspaceState state, Ticket ticket, HandoverTarget wanted, out Agent target)
    {
        if (wanted.AgentId.Length > 0)
        {
            return PeerCheck.RefuseAgent(state, ticket, wanted.AgentId, "start_consult.target.agent_id", "ask a queue", out target);
        }

        target = null!;
        var content = TransferTicket.ContentFor(ticket.Content, wanted);
        if (TransferTicket.RefuseContent(state, content, "start_consult.target.") is { } unfit)
        {
            return unfit;
        }

        if (ConsultSearch.For(state, ticket, content) is not { } found)
        {
            return Outcome.Refused(
                Reason.Capacity, $"Nobody who serves queue '{content.Queue}' can be given anything more now: ask another queue, or wait.", ("field", "start_consult.target"));
        }

        target = found;
        return null;
    }
}
