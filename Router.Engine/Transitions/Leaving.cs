using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A ticket ends without an agent: abandoned, cancelled or expired.</summary>
internal static class Leaving
{
    public static void Leave(WorkspaceState state, Ticket ticket, TicketState final, OfferEnd offerEnd, string cause = "", bool byChannel = false, Actor? by = null)
    {
        var free = ticket.State switch
        {
            TicketState.Queued => Queueing.Leave(state, ticket),
            TicketState.Offered => Offering.End(state, ticket, offerEnd),
            _ => null,
        };
        var waitMs = ticket.IsWaiting ? state.Now - ticket.EnteredAt : 0;
        if (ticket.IsWaiting)
        {
            WaitTimes.Leave(state, ticket, isExit: final == TicketState.Abandoned);
        }

        ticket.ParkedUntil = 0;
        ticket.ResumesOnAnswer = false;
        ticket.CancelCause = cause;
        var isShort = final == TicketState.Abandoned && waitMs <= state.Queues[ticket.Content.Queue].ShortAbandonSeconds * 1_000L;
        state.Emit(
            ticket,
            new TicketLeft(ticket.Id, final, waitMs, cause, isShort, byChannel, by),
            detail: cause.Length > 0 ? $"{final}: {cause}" : $"{final}",
            by: by);
        Moves.Close(state, ticket, final);
        if (free is not null)
        {
            Dispatch.Feed(state, free);
        }
    }
}
