using System.Collections.Immutable;
using Router.V1;

namespace Router.AgentClient.State;

/// <summary>What an update of the server does to the state. Pure.</summary>
internal static class StateChange
{
    /// <summary>The state after an update. Clock and connection are not its matter.</summary>
    public static AgentState Apply(AgentState state, WorkUpdate update) => update.UpdateCase switch
    {
        WorkUpdate.UpdateOneofCase.SignedIn => Whole(state, update.SignedIn),
        WorkUpdate.UpdateOneofCase.Offer => Offered(state, update.Offer),
        WorkUpdate.UpdateOneofCase.OfferWithdrawn =>
            state with { Offers = Without(state.Offers, update.OfferWithdrawn.TicketId, update.OfferWithdrawn.OfferNo) },
        WorkUpdate.UpdateOneofCase.Assignment => Assigned(state, update.Assignment),
        WorkUpdate.UpdateOneofCase.AssignmentChanged => Changed(state, update.AssignmentChanged.Assignment),
        WorkUpdate.UpdateOneofCase.AssignmentEnded =>
            state with { InHand = Without(state.InHand, update.AssignmentEnded.TicketId, update.AssignmentEnded.AssignmentNo) },
        WorkUpdate.UpdateOneofCase.WrapUp => WrappingUp(state, update.WrapUp),
        WorkUpdate.UpdateOneofCase.Completed =>
            state with { InHand = Without(state.InHand, update.Completed.TicketId, update.Completed.AssignmentNo) },
        WorkUpdate.UpdateOneofCase.PresenceChanged =>
            state with { Presence = update.PresenceChanged.Presence, IsResting = update.PresenceChanged.Presence.Resting },
        WorkUpdate.UpdateOneofCase.Message => Written(state, update.Message),
        WorkUpdate.UpdateOneofCase.RulesChanged => state with { Rules = update.RulesChanged },
        _ => state,
    };

    /// <summary>The state with a message added to its ticket, if that is in hand.</summary>
    public static AgentState Written(AgentState state, Message message)
    {
        for (var i = 0; i < state.InHand.Length; i++)
        {
            if (state.InHand[i].TicketId == message.TicketId)
            {
                var conversation = state.InHand[i].Conversation.With([message]);
                return conversation == state.InHand[i].Conversation
                    ? state
                    : state with { InHand = state.InHand.SetItem(i, state.InHand[i] with { Conversation = conversation }) };
            }
        }

        return state;
    }

    /// <summary>The state without an offer that this agent answered.</summary>
    public static AgentState Answered(AgentState state, string ticketId, int offerNo) =>
        state with { Offers = Without(state.Offers, ticketId, offerNo) };

    private static AgentState Whole(AgentState state, SignedIn told) => state with
    {
        Workspace = told.Workspace,
        AgentId = told.AgentId,
        SessionId = told.SessionId,
        Presence = told.Presence ?? new AgentPresence(),
        IsResting = told.Presence is { Resting: true },
        Offers = [.. told.Offers],
        InHand = [.. told.Assignments.Select(assignment => Known(state, assignment))],
        Rules = told.Rules,
    };

    // Older messages that no longer fit into what the server sends are kept from before.
    private static TicketInHand Known(AgentState state, Assignment told)
    {
        var now = TicketInHand.Of(told);
        return state.FindInHand(now.TicketId, now.AssignmentNo) is not { } before ? now : now with
        {
            Conversation = before.Conversation.With(now.Conversation.Messages),
            WrapUp = now.WrapUp is null || before.WrapUp is null ? now.WrapUp : before.WrapUp with { Until = now.WrapUp.Until },
        };
    }

    private static AgentState Offered(AgentState state, Offer offer) =>
        state with { Offers = Without(state.Offers, offer.Ticket.Id, offer.OfferNo).Add(offer) };

    private static AgentState Assigned(AgentState state, Assignment told) => state with
    {
        // An accepted offer is not withdrawn; it becomes the assignment.
        Offers = state.Offers.RemoveAll(offer => offer.Ticket.Id == told.Ticket.Id),
        InHand = state.InHand.RemoveAll(ticket => ticket.TicketId == told.Ticket.Id).Add(Known(state, told)),
    };

    // Who has joined it is told of each new owner, whose assignment has another number.
    private static AgentState Changed(AgentState state, Assignment told) =>
        (told.Participant ? state.InHand.FirstOrDefault(t => t.TicketId == told.Ticket.Id) : state.FindInHand(told.Ticket.Id, told.AssignmentNo)) is { } before
            ? state with { InHand = state.InHand.Replace(before, before.ChangedTo(told)) }
            : state;

    private static AgentState WrappingUp(AgentState state, WrapUpStarted told) =>
        state.FindInHand(told.TicketId, told.AssignmentNo) is { } before
            ? state with
            {
                InHand = state.InHand.Replace(before, before with
                {
                    WrapUp = new WrapUp(told.Until?.ToDateTimeOffset())
                    {
                        EndedBy = told.EndedBy,
                        Kind = told.Kind,
                        Disposition = told.Disposition,
                    },
                }),
            }
            : state;

    private static ImmutableArray<Offer> Without(ImmutableArray<Offer> offers, string ticketId, int offerNo) =>
        offers.RemoveAll(offer => offer.OfferNo == offerNo && offer.Ticket.Id == ticketId);

    private static ImmutableArray<TicketInHand> Without(ImmutableArray<TicketInHand> inHand, string ticketId, int assignmentNo) =>
        inHand.RemoveAll(ticket => ticket.AssignmentNo == assignmentNo && ticket.TicketId == ticketId);
}
