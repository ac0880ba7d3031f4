using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The end of an interaction, and the completion that follows it at once or after wrap-up.</summary>
internal static class Interactions
{
    /// <summary>The disposition of a ticket whose wrap-up ran out without one.</summary>
    public const string NoneGiven = "none_given";

    public static WrapUpRule WrapUpOf(Ticket ticket) =>
        ticket.WaitClass.ChannelRules?.WrapUp ?? ticket.Channel.Policy.WrapUp;

    /// <summary>Agent and customer are done with each other: wrap-up begins, or where there is none the ticket is completed.</summary>
    public static void End(WorkspaceState state, Ticket ticket, EndedBy by)
    {
        var rule = WrapUpOf(ticket);
        if (rule.Kind == WrapUpKind.None)
        {
            Complete(state, ticket, ticket.Disposition, by);
            return;
        }

        var agent = ticket.Agent!;
        var others = Participants.Free(state, ticket, by == EndedBy.Agent ? OfferEnd.CalledOff : OfferEnd.Abandoned);
        ChangeHold.End(state, ticket);
        ticket.InteractionEndedAt = state.Now;
        ticket.InteractionEndedBy = by;
        ticket.WrapUpEndsAt = state.Now + rule.LengthMs;
        Moves.To(state, ticket, TicketState.WrappingUp);
        state.Emit(
            ticket,
            new InteractionEnded(
                ticket.Id, ticket.AssignmentNo, agent.Id, by, state.Now - ticket.AssignedAt - ticket.OnHoldMs, ticket.OnHoldMs, ticket.WrapUpEndsAt),
            agent.Id,
            $"by {by}");
        AfterWork.Run(state, agent, others);
    }

    /// <summary>The ticket is done, and its agent may have the next one.</summary>
    public static void Complete(WorkspaceState state, Ticket ticket, string disposition, EndedBy by)
    {
        var others = Participants.Free(state, ticket, by == EndedBy.Agent ? OfferEnd.CalledOff : OfferEnd.Abandoned);
        AfterWork.Run(state, Close(state, ticket, disposition, by), others);
    }

    /// <summary>The ticket, which is its owner's alone, is done.</summary>
    /// <returns>Its agent, for whom the caller runs <see cref="AfterWork"/>.</returns>
    public static Agent Close(WorkspaceState state, Ticket ticket, string disposition, EndedBy by, SupervisorMove? move = null)
    {
        var agent = ticket.Agent!;
        ChangeHold.End(state, ticket);
        var ended = ticket.State == TicketState.WrappingUp ? ticket.InteractionEndedAt : state.Now;
        ticket.InteractionEndedAt = ended;
        ticket.WrapUpEndsAt = 0;
        ticket.Disposition = disposition;
        Customers.Served(state, ticket, agent.Id);
        agent.Remove(ticket);
        agent.IdleSince = state.Now;
        state.MarkChanged(agent);
        state.Emit(
            ticket,
            new TicketCompleted(
                ticket.Id,
                ticket.AssignmentNo,
                agent.Id,
                disposition,
                ended - ticket.AssignedAt - ticket.OnHoldMs,
                ticket.OnHoldMs,
                state.Now - ended,
                by,
                state.Now - ticket.CreatedAt)
            {
                Forced = move is not null,
            },
            agent.Id,
            move is null ? disposition : $"{disposition}: {move.Why}",
            move?.By);
        FollowUps.ByPolicy(state, ticket);
        Rests.AfterTicket(state, ticket, agent, ended - ticket.AssignedAt - ticket.OnHoldMs);
        Moves.Close(state, ticket, TicketState.Completed);
        return agent;
    }
}
