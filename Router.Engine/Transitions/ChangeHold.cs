using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner puts the customer on hold and comes back to him. Answered with the ticket's state, which stays assigned.</summary>
internal static class ChangeHold
{
    public static Outcome Apply(WorkspaceState state, SetHold command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.Assigned)
        {
            return Refusals.WrongState(ticket, "the interaction is over");
        }

        if (command.OnHold == ticket.OnHoldSince > 0)
        {
            return Refusals.WrongState(ticket, command.OnHold ? "the customer is on hold already; resume" : "the customer is not on hold");
        }

        if (command.OnHold)
        {
            ticket.OnHoldSince = state.Now;
            state.Emit(ticket, new HoldStarted(ticket.Id, ticket.AssignmentNo, command.AgentId), command.AgentId, $"{ticket.AssignmentNo}");
        }
        else
        {
            End(state, ticket);
        }

        return Outcome.Done(ticket.State);
    }

    /// <summary>The hold under way, if there is one, is over: by the owner, or with the assignment.</summary>
    public static void End(WorkspaceState state, Ticket ticket)
    {
        if (ticket.OnHoldSince == 0)
        {
            return;
        }

        var lastedMs = state.Now - ticket.OnHoldSince;
        ticket.OnHoldMs += lastedMs;
        ticket.OnHoldSince = 0;
        state.Emit(ticket, new HoldEnded(ticket.Id, ticket.AssignmentNo, ticket.Agent!.Id, lastedMs), ticket.Agent.Id, $"{ticket.AssignmentNo}");
    }
}
