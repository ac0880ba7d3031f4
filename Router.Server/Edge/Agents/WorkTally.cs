using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tickets;

namespace Router.Server.Edge.Agents;

/// <summary>What an agent has in hand as far as his client was told, and so what he is doing.</summary>
internal sealed class WorkTally
{
    private readonly Dictionary<string, TicketState> _inHand = new(StringComparer.Ordinal);
    private bool _isResting;

    /// <summary>What he is doing.</summary>
    public Activity Activity => Has(TicketState.Assigned) ? Activity.Handling
        : Has(TicketState.WrappingUp) ? Activity.WrappingUp
        : Has(TicketState.Offered) ? Activity.Offered
        : _isResting ? Activity.Resting
        : Activity.Idle;

    /// <summary>He begins with these.</summary>
    /// <param name="agent">The agent with what he has in hand.</param>
    public void Begin(AgentView agent)
    {
        _isResting = agent.Record.IsResting;
        foreach (var ticket in agent.Tickets)
        {
            _inHand[ticket.Id] = ticket.State;
        }

        foreach (var ticket in agent.PeerOffers)
        {
            _inHand[ticket.Id] = TicketState.Offered;
        }

        foreach (var ticket in agent.Joined)
        {
            _inHand[ticket.Id] = TicketState.Assigned;
        }
    }

    /// <summary>Counts a fact about him.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="agentId">The agent.</param>
    public void Count(Fact fact, string agentId)
    {
        switch (fact)
        {
            case PeerOffered made when made.ToAgentId == agentId:
                _inHand[made.TicketId] = TicketState.Offered;
                break;
            case PeerOfferEnded ended when ended.ToAgentId == agentId:
                _inHand.Remove(ended.TicketId);
                break;
            case ConsultStarted joined when joined.ParticipantId == agentId:
                _inHand[joined.TicketId] = TicketState.Assigned;
                break;
            case ConsultEnded { End: not ConsultEnd.Stays } left when left.ParticipantId == agentId:
                _inHand.Remove(left.TicketId);
                break;
            case OfferMade made:
                _inHand[made.TicketId] = TicketState.Offered;
                break;
            case TicketAssigned assigned:
                _inHand[assigned.TicketId] = TicketState.Assigned;
                break;
            case InteractionEnded over:
                _inHand[over.TicketId] = TicketState.WrappingUp;
                break;
            case AgentRested rested:
                _isResting = rested.Cause != RestCause.None;
                break;
            case OfferEnded or TicketCompleted or TicketRequeued or TicketParked or TicketTransferred or CallBackAttempted { NextAt: > 0 }:
                _inHand.Remove(((TicketFact)fact).TicketId);
                break;
        }
    }

    private bool Has(TicketState state) => _inHand.ContainsValue(state);
}
