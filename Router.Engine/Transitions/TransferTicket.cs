using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// The owner hands an assigned ticket over: it enters the queue of its target at once, and is due there no later than it was.
/// Answered with the ticket's state.
/// </summary>
internal static class TransferTicket
{
    public static Outcome Apply(WorkspaceState state, Transfer command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.Assigned)
        {
            return Refusals.WrongState(ticket, "the interaction is over; only an assigned ticket can be handed over");
        }

        if (command.Target.AgentId.Length > 0 && RefuseAgent(state, ticket, command.Target.AgentId) is { } notHim)
        {
            return notHim;
        }

        var content = ContentFor(ticket.Content, command.Target);
        if (!state.Queues.TryGetValue(content.Queue, out var queue))
        {
            return Outcome.Refused(
                Reason.UnknownQueue, $"There is no queue '{content.Queue}': take a queue of the policy.", ("field", "transfer.target.queue"));
        }

        if (NeedsCheck.Refuse(state, content, queue, "transfer.target.") is { } unfit)
        {
            return unfit;
        }

        var agent = Assigning.LetGo(state, ticket);
        ticket.Transfers++;
        state.Emit(
            ticket,
            new TicketTransferred(
                ticket.Id,
                ticket.AssignmentNo,
                agent.Id,
                content.Queue,
                ticket.Transfers,
                Assigning.HandlingMs(state, ticket),
                ticket.OnHoldMs)
            {
                ToAgentId = command.Target.AgentId,
            },
            agent.Id,
            new TransferText(ticket.AssignmentNo, ticket.Content.Queue, content.Queue, command.Note).Write());
        ticket.Content = content;
        Queueing.Replan(state, ticket);
        if (ticket.Transfers >= Escalations.Transfers && state.Queues[content.Queue].Escalation is not null)
        {
            Escalations.Apply(state, ticket);
        }

        else if (command.Target.AgentId.Length > 0)
        {
            ticket.Wanted = new WantedAgent(command.Target.AgentId, WantedCause.Transferred);
        }

        Senders.Exclude(state, ticket);
        Queueing.Enter(state, ticket, EntryCause.Transferred, latestDue: ticket.DueAt);
        Readiness.Refresh(state, agent);
        Dispatch.PlaceInTurn(state, ticket);
        AfterWork.Run(state, agent);
        return Outcome.Done(ticket.State);
    }

    /// <summary>One agent takes it only if he is there for it, and not too many wait for him already.</summary>
    private static Outcome? RefuseAgent(WorkspaceState state, Ticket ticket, string agentId)
    {
        const string field = "transfer.target.agent_id";
        if (!state.Agents.TryGetValue(agentId, out var agent))
        {
            return Outcome.Refused(Reason.UnknownAgent, $"There is no agent '{agentId}'.", ("field", field));
        }

        if (agent == ticket.Agent)
        {
            return Outcome.Refused(Reason.InvalidRequest, "It is yours already: name another agent, or park it.", ("field", field));
        }

        if (!agent.CanEverTake(ticket.Channel, state.Policy))
        {
            return Outcome.Refused(Reason.ChannelNotTaken, $"Agent '{agentId}' takes no {ticket.Channel.Name}: name another agent, or a queue.", ("field", field));
        }

        if (!PersonalWaits.IsThere(agent, ticket.Channel))
        {
            return Outcome.Refused(Reason.NoSession, $"Agent '{agentId}' is not signed in for {ticket.Channel.Name}: name another agent, or a queue.", ("field", field));
        }

        return PersonalWaits.IsFull(state, agent)
            ? Outcome.Refused(
                Reason.Capacity, $"{PersonalWaits.MostForOne} tickets wait for agent '{agentId}' already: name another agent, or a queue.", ("field", field))
            : null;
    }

    private static TicketContent ContentFor(TicketContent content, HandoverTarget target) => target.AgentId.Length > 0
        ? content
        : (target.Queue.Length > 0 ? content.In(target.Queue) : content) with
        {
            Languages = target.Languages ?? content.Languages,
            Skills = target.Skills,
            IsWaived = false,
        };
}
