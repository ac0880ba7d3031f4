using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>The owner of an assigned ticket, or who has joined it, says how a consult ends. Answered with the ticket's state.</summary>
internal static class EndTicketConsult
{
    private const string WhoField = "end_consult.agent_id";

    public static Outcome Apply(WorkspaceState state, EndConsult command)
    {
        var own = OwnPart(state, command);
        var owner = own is null ? command.AgentId : state.Tickets[command.TicketId].Agent!.Id;
        if (AssignmentCheck.Refuse(state, owner, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.Assigned)
        {
            return Refusals.WrongState(ticket, "the interaction is over, and all consults with it");
        }

        if (own is not null && command.ParticipantId.Length > 0 && command.ParticipantId != command.AgentId)
        {
            return Outcome.Refused(Reason.NotYourAssignment, $"Only the owner of ticket {ticket.Id} can say how another's consult ends.", ("field", WhoField));
        }

        var name = own is not null ? command.AgentId : command.ParticipantId;
        if (ticket.PeerOffer is { IsConsult: true, Target: var asked } && (name.Length == 0 || name == asked.Id))
        {
            return EndOffer(state, ticket, asked, command.Outcome);
        }

        var participant = own ?? Named(ticket, name);
        if (participant is null)
        {
            return name.Length > 0 || ticket.Participants.Length > 1
                ? Outcome.Refused(Reason.InvalidRequest, Text(ticket, name), ("field", WhoField))
                : Refusals.WrongState(ticket, "nobody has joined it");
        }

        End(state, ticket, participant, command);
        return Outcome.Done(ticket.State);
    }

    private static Participant? OwnPart(WorkspaceState state, EndConsult command) =>
        state.Tickets.TryGetValue(command.TicketId, out var ticket) ? Array.Find(ticket.Participants, p => p.Agent.Id == command.AgentId) : null;

    private static Outcome EndOffer(WorkspaceState state, Ticket ticket, Agent asked, ConsultOutcome outcome)
    {
        if (outcome != ConsultOutcome.Leave)
        {
            return Refusals.WrongState(ticket, $"agent '{asked.Id}' has not joined it yet");
        }

        PeerOffers.End(state, ticket, OfferEnd.CalledOff);
        Dispatch.Feed(state, asked);
        return Outcome.Done(ticket.State);
    }

    private static Participant? Named(Ticket ticket, string name) =>
        name.Length > 0 ? Array.Find(ticket.Participants, p => p.Agent.Id == name)
        : Participants.Open(ticket) ?? (ticket.Participants is [var only] ? only : null);

    private static string Text(Ticket ticket, string name)
    {
        var joined = string.Join(", ", ticket.Participants.Select(p => $"'{p.Agent.Id}'"));
        return name.Length == 0 ? $"Say which of {joined}."
            : joined.Length == 0 ? $"Nobody has joined ticket {ticket.Id}."
            : $"Agent '{name}' has not joined ticket {ticket.Id}: {joined} did.";
    }

    private static void End(WorkspaceState state, Ticket ticket, Participant participant, EndConsult command)
    {
        var by = new Actor(ActorKind.Agent, command.AgentId);
        switch (command.Outcome)
        {
            case ConsultOutcome.Stay:
                Participants.Stay(state, ticket, participant, by);
                break;
            case ConsultOutcome.TakeOver:
                var owner = ticket.Agent!;
                var asked = Participants.TakeOver(state, ticket, participant, ConsultEnd.TookOver, by);
                AfterWork.Run(state, owner, asked);
                break;
            default:
                var end = command.AgentId == participant.Agent.Id ? ConsultEnd.Left : ConsultEnd.LetGo;
                Participants.Leave(state, ticket, participant, end, by);
                AfterWork.Run(state, participant.Agent);
                break;
        }
    }
}
