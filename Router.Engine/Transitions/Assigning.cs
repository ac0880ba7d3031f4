using System.Globalization;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Makes a ticket an agent's, and takes it from him.</summary>
internal static class Assigning
{
    /// <summary>The agent owns the ticket, which is in no lane and in no other hands.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agent">Its new owner.</param>
    /// <param name="offerNo">The offer he accepted, or 0.</param>
    /// <param name="move">The supervisor's move that gives it to him, or null.</param>
    public static void Assign(WorkspaceState state, Ticket ticket, Agent agent, int offerNo, SupervisorMove? move = null)
    {
        var isAtOnce = ticket.OfferedAt == ticket.EnteredAt || state.Now == ticket.EnteredAt;
        ticket.AssignmentNo++;
        ticket.AssignedAt = state.Now;
        ticket.OnHoldMs = 0;
        ticket.WrapUpExtended = false;
        ticket.IsHard = false;
        ticket.OfferedAt = 0;
        ticket.OfferExpiresAt = 0;
        ticket.Cooldowns = [];
        PersonalWaits.Forget(state, ticket);
        ticket.HoldSpent = false;
        var waited = ticket.IsWaiting;
        Moves.To(state, ticket, TicketState.Assigned);
        if (waited)
        {
            WaitTimes.Leave(state, ticket, isAtOnce ? Departure.AtOnce : Departure.Assigned);
        }

        if (ticket.Agent is null)
        {
            ticket.Agent = agent;
            agent.Add(ticket);
        }

        state.Emit(
            ticket,
            new TicketAssigned(
                ticket.Id,
                ticket.AssignmentNo,
                agent.Id,
                offerNo,
                state.Now - ticket.EnteredAt,
                ticket.AssignmentNo == ticket.AssignmentsBefore + 1,
                ticket.Step)
            {
                MovedBy = move?.By,
                PastCapacity = move?.IsPastCapacity ?? false,
            },
            agent.Id,
            move is null ? ticket.AssignmentNo.ToString(CultureInfo.InvariantCulture) : $"{ticket.AssignmentNo} {(move.IsPastCapacity ? "past_capacity" : "supervisor")}: {move.Why}",
            move?.By);
        Readiness.Refresh(state, agent);
    }

    /// <summary>The owner is done with an assigned ticket that goes on without him, and it is nobody's.</summary>
    /// <returns>The owner; the caller gives him what he may have now.</returns>
    public static Agent LetGo(WorkspaceState state, Ticket ticket)
    {
        var agent = ticket.Agent!;
        ChangeHold.End(state, ticket);
        agent.Remove(ticket);
        agent.IdleSince = state.Now;
        state.MarkChanged(agent);
        ticket.Agent = null;
        Rests.AfterTicket(state, ticket, agent, HandlingMs(state, ticket));
        return agent;
    }

    /// <summary>How long the last owner has had it, without hold, ms.</summary>
    public static long HandlingMs(WorkspaceState state, Ticket ticket) => state.Now - ticket.AssignedAt - ticket.OnHoldMs;

    /// <summary>The owner loses an assigned ticket: who has joined it takes it over; else it waits first for who was asked to; else it goes back to its place.</summary>
    /// <returns>Who was asked for it or had joined it, for the caller to give them what they may have once the ticket was given to somebody.</returns>
    public static IReadOnlyList<Agent> Requeue(WorkspaceState state, Ticket ticket, RequeueCause cause)
    {
        if (Array.Find(ticket.Participants, p => p.Agent.HasLiveSession) is { } heir)
        {
            return Participants.TakeOver(state, ticket, heir, ConsultEnd.Inherited);
        }

        var toTakeOver = ticket.PeerOffer is { IsConsult: false } ? ticket.PeerOffer : null;
        var others = Participants.Free(state, ticket, OfferEnd.CalledOff);
        if (toTakeOver is not null)
        {
            TransferTicket.LetGo(state, ticket, ticket.Content, toTakeOver.Target.Id, toTakeOver.Note);
            return others;
        }

        var agent = ticket.Agent!;
        ChangeHold.End(state, ticket);
        agent.Remove(ticket);
        ticket.Agent = null;
        state.Emit(
            ticket,
            new TicketRequeued(
                ticket.Id, ticket.AssignmentNo, agent.Id, cause, ticket.DueAt, HandlingMs(state, ticket), ticket.OnHoldMs),
            agent.Id,
            $"{cause}");
        Queueing.Return(state, ticket);
        Readiness.Refresh(state, agent);
        return others;
    }
}
