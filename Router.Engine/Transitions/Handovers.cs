using System.Globalization;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>A warm transfer: the owner keeps his ticket until the agent whom he asked has taken it over.</summary>
internal static class Handovers
{
    /// <summary>Asks the agent.</summary>
    public static void Begin(WorkspaceState state, Ticket ticket, Agent target, string note)
    {
        var expiresAt = state.Now + Offering.LastsMs(state, ticket);
        ticket.Handover = new Handover(target, ++ticket.OfferNo, state.Now, expiresAt, note);
        target.AddHandover(ticket);
        var owner = ticket.Agent!.Id;
        state.Emit(
            ticket,
            new HandoverOffered(ticket.Id, owner, target.Id, ticket.OfferNo, expiresAt, state.Now - ticket.EnteredAt),
            target.Id,
            ticket.OfferNo.ToString(CultureInfo.InvariantCulture),
            new Actor(ActorKind.Agent, owner));
        Deadlines.TicketDeadline.Update(state, ticket);
        Readiness.Refresh(state, target);
        Holds.OfferHold(state, target);
    }

    /// <summary>He has not taken it over, and the owner keeps it or loses it otherwise.</summary>
    /// <returns>Who was asked, for the caller to give him what he may have now; null when nobody was.</returns>
    public static Agent? End(WorkspaceState state, Ticket ticket, OfferEnd end, string cause = "")
    {
        if (ticket.Handover is not { } handover)
        {
            return null;
        }

        Forget(state, ticket);
        state.Emit(
            ticket,
            new HandoverEnded(ticket.Id, ticket.Agent!.Id, handover.Target.Id, handover.OfferNo, end, cause, state.Now - handover.MadeAt),
            handover.Target.Id,
            Offering.EndText(handover.OfferNo, end, cause),
            new Actor(ActorKind.Agent, ticket.Agent!.Id));
        return handover.Target;
    }

    /// <summary>He takes it over.</summary>
    public static void Accept(WorkspaceState state, Ticket ticket)
    {
        var (target, offerNo, _, _, note) = ticket.Handover!;
        Registry.ForgetMisses(state, target, ticket.Channel);
        Forget(state, ticket);
        var owner = Assigning.LetGo(state, ticket);
        TransferTicket.Note(state, ticket, owner, ticket.Content.Queue, target.Id, note, isWarm: true);
        ticket.StateSince = state.Now;
        Assigning.Assign(state, ticket, target, offerNo);
        Broadcasting.TakeBackUnfit(state, target);
        AfterWork.Run(state, [owner, target]);
    }

    /// <summary>He does not want it: the owner keeps it.</summary>
    public static void Decline(WorkspaceState state, Ticket ticket, string cause)
    {
        var target = ticket.Handover!.Target;
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
        var target = ticket.Handover!.Target;
        target.Handovers.Remove(ticket);
        ticket.Handover = null;
        state.MarkChanged(ticket);
        Deadlines.TicketDeadline.Update(state, ticket);
        Readiness.Refresh(state, target);
    }
}
