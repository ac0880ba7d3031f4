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
        Dispatch.FeedTogether(state, Out(state, ticket, final, offerEnd, cause, byChannel, by));
    }

    /// <summary>It ends, and somebody may be free of it.</summary>
    /// <returns>Whom the caller gives what they may have now.</returns>
    public static IReadOnlyList<Agent> Out(WorkspaceState state, Ticket ticket, TicketState final, OfferEnd offerEnd, string cause = "", bool byChannel = false, Actor? by = null)
    {
        IReadOnlyList<Agent> free = ticket.State switch
        {
            TicketState.Queued => Queueing.Leave(state, ticket) is { } held ? [held] : [],
            TicketState.Offered => Offering.EndAll(state, ticket, offerEnd),
            _ => [],
        };
        var waitMs = ticket.IsWaiting ? state.Now - ticket.EnteredAt : 0;
        if (ticket.IsWaiting)
        {
            WaitTimes.Leave(state, ticket, final == TicketState.Abandoned ? Departure.Abandoned : Departure.Withdrawn);
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
        return free;
    }
}
