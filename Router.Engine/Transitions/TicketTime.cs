using Router.Engine.Deadlines;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>What time does to a ticket: one thing at a call, the earliest that is due.</summary>
internal static class TicketTime
{
    public static void Run(WorkspaceState state, Ticket ticket)
    {
        if (ticket.IsWaiting && Promises.BrokenAt(ticket) <= state.Now)
        {
            Promises.Break(state, ticket);
            TicketDeadline.Update(state, ticket);
            return;
        }

        switch (ticket.State)
        {
            case TicketState.Scheduled:
                EnterFirst.Run(state, ticket);
                break;
            case TicketState.Queued:
                RunQueued(state, ticket);
                break;
            case TicketState.Parked:
                Parking.End(state, ticket);
                break;
            case TicketState.Offered:
                ExpireOffer.Run(state, ticket);
                break;
            case TicketState.Assigned:
                PeerOffers.Expire(state, ticket);
                break;
            case TicketState.WrappingUp:
                Interactions.Complete(state, ticket, ticket.Disposition.Length > 0 ? ticket.Disposition : Interactions.NoneGiven, ticket.InteractionEndedBy);
                break;
            default:
                break;
        }
    }

    private static void RunQueued(WorkspaceState state, Ticket ticket)
    {
        if (ticket.ExpiresAt <= state.Now)
        {
            Leaving.Leave(state, ticket, TicketState.Expired, OfferEnd.Unspecified);
            return;
        }

        if (ticket.HeldAgent is not null && ticket.HoldEndsAt <= state.Now)
        {
            ticket.HoldSpent = true;
            Dispatch.Feed(state, Holds.Release(state, ticket)!);
        }

        if (ticket.State == TicketState.Queued)
        {
            Agent? released = null;
            if (ticket.Wanted is { Lane: not null } wanted && wanted.Until <= state.Now)
            {
                released = Queueing.Leave(state, ticket);
                PersonalWaits.End(state, ticket);
            }
            else
            {
                Queueing.TakeFromLane(state, ticket);
            }

            var before = ticket.Key;
            Queueing.OpenPassedSteps(state, ticket);
            Queueing.PutInLane(state, ticket);
            Dispatch.Place(state, ticket);
            if (ticket.HeldAgent is { } held && ticket.Key.CompareTo(before) > 0)
            {
                // What comes before it now is no longer kept from him.
                Dispatch.Feed(state, held);
            }

            if (released is not null)
            {
                Dispatch.Feed(state, released);
            }
        }

        TicketDeadline.Update(state, ticket);
    }
}
