using System.Globalization;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The owner of an assigned ticket asks another agent to take it over (a warm transfer) or to join him (a consult), and keeps it meanwhile.</summary>
internal static class PeerOffers
{
    /// <summary>Asks the agent.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="target">Who is asked.</param>
    /// <param name="note">For him.</param>
    /// <param name="isConsult">Whether he is to join, and not to take it over.</param>
    /// <param name="ofQueue">The queue of which somebody was asked for; empty where he was named.</param>
    public static void Begin(WorkspaceState state, Ticket ticket, Agent target, string note, bool isConsult, string ofQueue = "")
    {
        var expiresAt = state.Now + Offering.LastsMs(state, ticket);
        ticket.PeerOffer = new PeerOffer(target, ++ticket.OfferNo, state.Now, expiresAt, note, isConsult);
        target.AddPeerOffer(ticket);
        var owner = ticket.Agent!.Id;
        state.Emit(
            ticket,
            new PeerOffered(ticket.Id, owner, target.Id, ticket.OfferNo, expiresAt, state.Now - ticket.EnteredAt, isConsult) { OfQueue = ofQueue },
            target.Id,
            ticket.OfferNo.ToString(CultureInfo.InvariantCulture),
            new Actor(ActorKind.Agent, owner));
        Deadlines.TicketDeadline.Update(state, ticket);
        Readiness.Refresh(state, target);
        Holds.OfferHold(state, target);
    }

    /// <summary>He has not taken it over, or joined, and the owner keeps it or loses it otherwise.</summary>
    /// <returns>Who was asked, for the caller to give him what he may have now; null when nobody was.</returns>
    public static Agent? End(WorkspaceState state, Ticket ticket, OfferEnd end, string cause = "")
    {
        if (ticket.PeerOffer is not { } offer)
        {
            return null;
        }

        Forget(state, ticket);
        state.Emit(
            ticket,
            new PeerOfferEnded(ticket.Id, ticket.Agent!.Id, offer.Target.Id, offer.OfferNo, end, cause, state.Now - offer.MadeAt, offer.IsConsult),
            offer.Target.Id,
            Offering.EndText(offer.OfferNo, end, cause),
            new Actor(ActorKind.Agent, ticket.Agent!.Id));
        if (offer.IsConsult && end is OfferEnd.Declined or OfferEnd.Missed)
        {
            Offering.CoolDown(state, ticket, offer.Target);
        }

        return offer.Target;
    }

    /// <summary>He takes it over, or joins.</summary>
    public static void Accept(WorkspaceState state, Ticket ticket)
    {
        var offer = ticket.PeerOffer!;
        var target = offer.Target;
        Registry.ForgetMisses(state, target, ticket.Channel);
        Forget(state, ticket);
        if (offer.IsConsult)
        {
            Participants.Join(state, ticket, target, offer.OfferNo);
            Broadcasting.TakeBackUnfit(state, target);
            Dispatch.Feed(state, target);
            return;
        }

        var others = Participants.Free(state, ticket, OfferEnd.CalledOff);
        var owner = TransferTicket.Pass(state, ticket, target, offer.OfferNo, offer.Note);
        Broadcasting.TakeBackUnfit(state, target);
        AfterWork.Run(state, [owner, target, .. others]);
    }

    /// <summary>He does not want it: the owner keeps it.</summary>
    public static void Decline(WorkspaceState state, Ticket ticket, string cause)
    {
        var target = ticket.PeerOffer!.Target;
        Registry.ForgetMisses(state, target, ticket.Channel);
        End(state, ticket, OfferEnd.Declined, cause);
        Dispatch.Feed(state, target);
    }

    /// <summary>He has not answered in time, which counts as every missed offer does.</summary>
    public static void Expire(WorkspaceState state, Ticket ticket)
    {
        var target = End(state, ticket, OfferEnd.Missed)!;
        Dispatch.PlaceAll(state, ExpireOffer.CountMiss(state, target, ticket.Channel));
        Dispatch.Feed(state, target);
    }

    private static void Forget(WorkspaceState state, Ticket ticket)
    {
        var target = ticket.PeerOffer!.Target;
        target.RemovePeerOffer(ticket);
        ticket.PeerOffer = null;
        state.MarkChanged(ticket);
        Deadlines.TicketDeadline.Update(state, ticket);
        Readiness.Refresh(state, target);
    }
}
