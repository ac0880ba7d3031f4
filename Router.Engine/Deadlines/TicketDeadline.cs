using Router.Engine.Collections;
using Router.Engine.Estimates;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Deadlines;

/// <summary>When time next does something to a ticket.</summary>
internal static class TicketDeadline
{
    public static void Update(WorkspaceState state, Ticket ticket) => state.Deadlines.Set(ticket, Next(ticket));

    private static long Next(Ticket ticket) => ticket.State switch
    {
        TicketState.Scheduled => ticket.StartsAt,
        TicketState.Queued => WhileQueued(ticket),
        TicketState.Offered => Math.Min(ticket.OfferExpiresAt, Promises.BrokenAt(ticket)),
        TicketState.Assigned => ticket.PeerOffer?.ExpiresAt ?? DeadlineQueue.None,
        TicketState.WrappingUp => ticket.WrapUpEndsAt,
        TicketState.Parked => ticket.ParkedUntil,
        _ => DeadlineQueue.None,
    };

    private static long WhileQueued(Ticket ticket)
    {
        var next = Math.Min(ticket.ExpiresAt, Promises.BrokenAt(ticket));
        if (ticket.Wanted is { Lane: not null } wanted)
        {
            next = Math.Min(next, wanted.Until);
        }
        else if (ticket.Step + 1 < ticket.Plan.Steps.Length)
        {
            next = Math.Min(next, ticket.EnteredAt + ticket.Plan.Steps[ticket.Step + 1].OpensAfterMs);
        }

        if (ticket.HeldAgent is not null)
        {
            next = Math.Min(next, ticket.HoldEndsAt);
        }

        foreach (var cooldown in ticket.Cooldowns)
        {
            next = Math.Min(next, cooldown.Until);
        }

        return next;
    }
}
