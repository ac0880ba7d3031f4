using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Refusals that several commands share.</summary>
internal static class Refusals
{
    public static Outcome UnknownTicket(string ticketId) =>
        Outcome.Refused(Reason.UnknownTicket, $"There is no open ticket '{ticketId}'.", ("field", "ticket_id"));

    public static Outcome UnknownAgent(string agentId) =>
        Outcome.Refused(Reason.UnknownAgent, $"There is no agent '{agentId}': put his profile first.", ("field", "agent_id"));

    public static Outcome NoSession(string agentId) =>
        Outcome.Refused(Reason.NoSession, $"Agent '{agentId}' has no such session: sign in first.");

    public static Outcome WrongState(Ticket ticket, string right) =>
        Outcome.Refused(
            Reason.WrongState,
            $"Ticket {ticket.Id} is {StateName(ticket)}: {right}.",
            ("state", StateName(ticket)));

    private static string StateName(Ticket ticket) => ticket.State switch
    {
        Tickets.TicketState.WrappingUp => "wrapping_up",
        var state => state.ToString().ToLowerInvariant(),
    };
}
