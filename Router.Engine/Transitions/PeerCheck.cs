using Router.Engine.Agents;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Whether the owner of an assigned ticket may ask another agent to take it over, or to join him.</summary>
internal static class PeerCheck
{
    /// <summary>Why nobody may be asked now: somebody is already, or has joined and has not said that he stays.</summary>
    public static Outcome? RefuseAnother(Ticket ticket) =>
        ticket.PeerOffer is { } offer
            ? Refusals.WrongState(ticket, $"agent '{offer.Target.Id}' is asked to {(offer.IsConsult ? "join" : "take it over")}; end that first")
        : Participants.Open(ticket) is { } open
            ? Refusals.WrongState(ticket, $"agent '{open.Agent.Id}' has joined it; end that consult first")
        : null;

    /// <summary>Why this agent may not be asked now.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agentId">Who is to be asked.</param>
    /// <param name="field">The field of the request that names him.</param>
    /// <param name="instead">What the owner could do instead.</param>
    /// <param name="target">The agent, where there is one.</param>
    public static Outcome? RefuseAgent(WorkspaceState state, Ticket ticket, string agentId, string field, string instead, out Agent target)
    {
        if (TransferTicket.RefuseAgent(state, ticket, agentId, field, out target) is { } notHim)
        {
            return notHim;
        }

        if (ticket.ParticipantOf(target) is not null)
        {
            return Outcome.Refused(Reason.InvalidRequest, $"Agent '{target.Id}' has joined it: end that consult, by his taking it over or otherwise.", ("field", field));
        }

        if (!target.HasLiveSession || target.SigningOut || !target.TakesChannel(ticket.Channel))
        {
            return Outcome.Refused(Reason.NoSession, $"Agent '{target.Id}' is not signed in for {ticket.Channel.Name}: name another agent, or {instead}.", ("field", field));
        }

        return target.TakesWork && CanBeAsked(target) && Readiness.HasRoom(state, target, ticket.Channel)
            ? null
            : Outcome.Refused(Reason.Capacity, $"Agent '{target.Id}' can be given nothing more now: name another agent, or {instead}.", ("field", field));
    }

    /// <summary>He is neither on demand, where he gets but what he asked for, nor kept free for another ticket.</summary>
    public static bool CanBeAsked(Agent agent) => agent is { Presence: Presence.Available, HeldFor: null };
}
