using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Agents;

/// <summary>
/// Hands what a batch has changed to the streams of the agents whom it concerns. Runs on the workspace's loop: it looks up and queues, and
/// leaves words to the streams' writers.
/// </summary>
/// <param name="streams">The streams.</param>
internal sealed class BatchTeller(AgentStreams streams)
{
    private long _batch;

    /// <summary>Tells a batch.</summary>
    /// <param name="batch">The batch.</param>
    public void Tell(CommittedBatch batch)
    {
        _batch++;
        foreach (var fact in batch.Changes.Facts)
        {
            switch (fact)
            {
                case OfferMade { AgentId: var agentId } made:
                    Tell(agentId, fact, batch.Ticket(made.TicketId));
                    break;
                case OfferEnded ended:
                    Tell(ended.AgentId, fact, null);
                    break;
                case PeerOffered { AgentId: var ownerId } asked:
                    Tell(asked.ToAgentId, fact, batch.Ticket(asked.TicketId));
                    TellChanged(ownerId, fact, batch.Ticket(asked.TicketId));
                    break;
                case PeerOfferEnded { AgentId: var ownerId } over:
                    Tell(over.ToAgentId, fact, null);
                    TellChanged(ownerId, fact, batch.Ticket(over.TicketId));
                    break;
                case TicketAssigned assigned:
                    var ticket = batch.Ticket(assigned.TicketId);
                    Tell(assigned.AgentId, fact, ticket);
                    TellParticipants(fact, ticket, assigned.AgentId);
                    break;
                case ConsultStarted { AgentId: var ownerId } joined:
                    Tell(joined.ParticipantId, fact, batch.Ticket(joined.TicketId));
                    TellChanged(ownerId, fact, batch.Ticket(joined.TicketId), but: joined.ParticipantId);
                    break;
                case ConsultEnded { End: ConsultEnd.TookOver or ConsultEnd.Inherited }:
                    // That he owns it now is what he is told.
                    break;
                case ConsultEnded { AgentId: var ownerId } left:
                    if (left.End != ConsultEnd.Stays)
                    {
                        Tell(left.ParticipantId, fact, null);
                    }

                    TellChanged(ownerId, fact, batch.Ticket(left.TicketId));
                    break;
                case HoldStarted { AgentId: var agentId } started:
                    TellChanged(agentId, fact, batch.Ticket(started.TicketId));
                    break;
                case HoldEnded { AgentId: var agentId } ended:
                    TellChanged(agentId, fact, batch.Ticket(ended.TicketId));
                    break;
                case WrapUpExtended { AgentId: var agentId } extended:
                    TellChanged(agentId, fact, batch.Ticket(extended.TicketId), TicketState.WrappingUp);
                    break;
                case InteractionEnded over:
                    Tell(over.AgentId, fact, batch.Ticket(over.TicketId));
                    break;
                case TicketCompleted completed:
                    Tell(completed.AgentId, fact, null);
                    break;
                case TicketRequeued requeued:
                    Tell(requeued.AgentId, fact, null);
                    break;
                case TicketTransferred transferred:
                    Tell(transferred.AgentId, fact, null);
                    break;
                case CallBackAttempted { NextAt: > 0 } attempted:
                    Tell(attempted.AgentId, fact, null);
                    break;
                case CallBackAttempted attempted:
                    TellChanged(attempted.AgentId, fact, batch.Ticket(attempted.TicketId));
                    break;
                case TicketParked parked:
                    Tell(parked.AgentId, fact, null);
                    break;
                case PresenceChanged or DrainChanged or TakeChanged or AgentRested:
                    TellPresence(batch.Changes, (AgentFact)fact);
                    break;
                case AgentChanged { Deleted: false } changed:
                    Tell(changed.AgentId, fact, null);
                    break;
                case PolicyChanged changed:
                    TellAll(fact, PolicyOf(batch.Changes, changed.Version));
                    break;
                case SessionEnded ended:
                    EndSession(ended);
                    break;
            }
        }

        foreach (var message in batch.Changes.Messages)
        {
            if (batch.Ticket(message.TicketId) is { State: TicketState.Assigned or TicketState.WrappingUp } ticket)
            {
                Tell(ticket, message);
            }
        }
    }

    // What has gone on meanwhile is told by the facts that follow.
    private void TellChanged(string ownerId, Fact fact, TicketRecord? ticket, TicketState state = TicketState.Assigned, string but = "")
    {
        if (ticket?.State == state && ticket.AgentId == ownerId)
        {
            Tell(ownerId, fact, ticket);
            TellParticipants(fact, ticket, but);
        }
    }

    private void TellParticipants(Fact fact, TicketRecord? ticket, string but)
    {
        foreach (var participant in ticket?.Participants ?? [])
        {
            if (participant.AgentId != but)
            {
                Tell(participant.AgentId, fact, ticket);
            }
        }
    }

    private void Tell(TicketRecord ticket, Message message)
    {
        if (message.Sender != MessageSender.Agent)
        {
            Tell(ticket.AgentId, long.MaxValue, new Outgoing(message));
        }

        foreach (var participant in ticket.Participants)
        {
            Tell(participant.AgentId, long.MaxValue, new Outgoing(message));
        }
    }

    private void TellPresence(Changes changes, AgentFact fact) => Tell(fact.AgentId, fact, Agent(changes, fact.AgentId));

    private void Tell(string agentId, Fact fact, object? about) => Tell(agentId, fact.Number, new Outgoing(fact, about));

    private void Tell(string agentId, long number, Outgoing item)
    {
        foreach (var stream in streams.Of(agentId))
        {
            Tell(stream, number, item);
        }
    }

    private void TellAll(Fact fact, object about)
    {
        foreach (var stream in streams.All)
        {
            if (stream.AgentId.Length > 0)
            {
                Tell(stream, fact.Number, new Outgoing(fact, about));
            }
        }
    }

    private void Tell(AgentStream stream, long number, Outgoing item)
    {
        if (!stream.Tell(number, item, _batch))
        {
            streams.End(stream, StreamEnd.TooSlow);
        }
    }

    private void EndSession(SessionEnded ended)
    {
        foreach (var stream in streams.Of(ended.AgentId))
        {
            if (stream.SessionId == ended.SessionId && !stream.IsSigningOut)
            {
                Tell(stream, ended.Number, new Outgoing(ended));
            }
        }
    }

    // Apart, because what the condition holds would be made for every fact.
    private static WorkspacePolicy PolicyOf(Changes changes, long version) => changes.Policies.First(p => p.Policy.Version == version).Policy;

    private static AgentRecord? Agent(Changes changes, string agentId)
    {
        foreach (var agent in changes.Agents)
        {
            if (agent.Profile.Id == agentId)
            {
                return agent;
            }
        }

        return null;
    }
}
