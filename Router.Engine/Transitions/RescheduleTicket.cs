using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A scheduled ticket enters its queue at another time. Answered with its state.</summary>
internal static class RescheduleTicket
{
    public static Outcome Apply(WorkspaceState state, Reschedule command)
    {
        if (!state.Tickets.TryGetValue(command.TicketId, out var ticket))
        {
            return Refusals.UnknownTicket(command.TicketId);
        }

        if (ticket.State != TicketState.Scheduled)
        {
            return Refusals.WrongState(ticket, "only a scheduled ticket can be put off");
        }

        if (command.At > 0 && command.At < state.Now)
        {
            return Outcome.Refused(
                Reason.ScheduleOutOfRange, $"Ticket {ticket.Id} cannot be put off to a time that has passed: take a later one.", ("field", "schedule_at"));
        }

        ticket.StartsAt = Math.Max(command.At, state.Now);
        ticket.WaitsForOpening = false;
        MoveWindow(ticket);
        Moves.To(state, ticket, TicketState.Scheduled);
        state.Emit(ticket, new TicketScheduled(ticket.Id, ticket.StartsAt), by: command.By);
        if (ticket.StartsAt == state.Now)
        {
            EnterFirst.Run(state, ticket);
        }

        return Outcome.Done(ticket.State);
    }

    /// <summary>The window of a call-back begins then and is as long as it was.</summary>
    private static void MoveWindow(Ticket ticket)
    {
        if (ticket.Later?.CallBack is { From: > 0 } callBack)
        {
            var until = callBack.Until + ticket.StartsAt - callBack.From;
            ticket.Later = ticket.Later with { CallBack = callBack with { From = ticket.StartsAt, Until = until } };
        }
    }
}
