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
    /// <summary>The field of the request that names the agent.</summary>
    public const string AgentField = "transfer.target.agent_id";

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

        if (command.IsWarm)
        {
            return StartHandover.Apply(state, ticket, command);
        }

        if (command.Target.AgentId.Length > 0 && (RefuseAgent(state, ticket, command.Target.AgentId, AgentField, out var target) ?? RefuseWait(state, ticket, target)) is { } notHim)
        {
            return notHim;
        }

        var content = ContentFor(ticket.Content, command.Target);
        if (RefuseContent(state, content, "transfer.target.") is { } unfit)
        {
            return unfit;
        }

        var others = Participants.Free(state, ticket, OfferEnd.CalledOff);
        var agent = LetGo(state, ticket, content, command.Target.AgentId, command.Note);
        AfterWork.Run(state, [agent, .. others], [ticket]);
        return Outcome.Done(ticket.State);
    }

    /// <summary>The ticket leaves its owner, and stands in the queue of its content; the caller gives it to who should have it.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="content">What it asks for from now on.</param>
    /// <param name="toAgentId">Whom it waits for at first; nobody when empty.</param>
    /// <param name="note">For whoever takes it.</param>
    /// <returns>Who had it.</returns>
    public static Agent LetGo(WorkspaceState state, Ticket ticket, TicketContent content, string toAgentId, string note)
    {
        var agent = Assigning.LetGo(state, ticket);
        Note(state, ticket, agent, content.Queue, toAgentId, note, isWarm: false);
        ticket.Content = content;
        Queueing.Replan(state, ticket);
        if (ticket.Transfers >= Escalations.Transfers && state.Queues[content.Queue].Escalation is not null)
        {
            Escalations.Apply(state, ticket);
        }
        else if (toAgentId.Length > 0)
        {
            ticket.Wanted = new WantedAgent(toAgentId, WantedCause.Transferred);
        }

        Readiness.Refresh(state, agent);
        Senders.Exclude(state, ticket);
        Queueing.Enter(state, ticket, EntryCause.Transferred, latestDue: ticket.DueAt);
        return agent;
    }

    /// <summary>An assigned ticket goes from its owner to another agent in one step.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket, which nobody is asked to take over.</param>
    /// <param name="to">The new owner.</param>
    /// <param name="offerNo">The offer that he accepted.</param>
    /// <param name="note">For him.</param>
    /// <returns>Who had it.</returns>
    public static Agent Pass(WorkspaceState state, Ticket ticket, Agent to, int offerNo, string note)
    {
        var from = Assigning.LetGo(state, ticket);
        Note(state, ticket, from, ticket.Content.Queue, to.Id, note, isWarm: true);
        ticket.StateSince = state.Now;
        Assigning.Assign(state, ticket, to, offerNo);
        Readiness.Refresh(state, from);
        return from;
    }

    /// <summary>It was handed over once more.</summary>
    private static void Note(WorkspaceState state, Ticket ticket, Agent from, string toQueue, string toAgentId, string note, bool isWarm)
    {
        ticket.Transfers++;
        state.Emit(
            ticket,
            new TicketTransferred(
                ticket.Id,
                ticket.AssignmentNo,
                from.Id,
                toQueue,
                ticket.Transfers,
                Assigning.HandlingMs(state, ticket),
                ticket.OnHoldMs)
            {
                ToAgentId = toAgentId,
                IsWarm = isWarm,
            },
            from.Id,
            new TransferText(ticket.AssignmentNo, ticket.Content.Queue, toQueue, note).Write());
    }

    /// <summary>Whether a ticket cannot go to one agent, whatever he does now.</summary>
    public static Outcome? RefuseAgent(WorkspaceState state, Ticket ticket, string agentId, string field, out Agent agent)
    {
        if (!state.Agents.TryGetValue(agentId, out agent!))
        {
            return Outcome.Refused(Reason.UnknownAgent, $"There is no agent '{agentId}'.", ("field", field));
        }

        if (agent == ticket.Agent)
        {
            return Outcome.Refused(Reason.InvalidRequest, "It is yours already: name another agent.", ("field", field));
        }

        return agent.CanEverTake(ticket.Channel, state.Policy)
            ? null
            : Outcome.Refused(
                Reason.ChannelNotTaken, $"Agent '{agentId}' takes no {ticket.Channel.Name}: name another agent, or a queue.", ("field", field));
    }

    /// <summary>Why nobody can be asked for this content, as the policy is.</summary>
    public static Outcome? RefuseContent(WorkspaceState state, TicketContent content, string path) =>
        state.Queues.TryGetValue(content.Queue, out var queue)
            ? NeedsCheck.Refuse(state, content, queue, path)
            : Outcome.Refused(Reason.UnknownQueue, $"There is no queue '{content.Queue}': take a queue of the policy.", ("field", $"{path}queue"));

    /// <summary>It waits for one agent only if he is there for it, and not too many wait for him already.</summary>
    private static Outcome? RefuseWait(WorkspaceState state, Ticket ticket, Agent agent)
    {
        if (!PersonalWaits.IsThere(agent, ticket.Channel))
        {
            return Outcome.Refused(
                Reason.NoSession, $"Agent '{agent.Id}' is not signed in for {ticket.Channel.Name}: name another agent, or a queue.", ("field", AgentField));
        }

        return PersonalWaits.IsFull(state, agent)
            ? Outcome.Refused(
                Reason.Capacity, $"{state.Policy.MostForOne} tickets wait for agent '{agent.Id}' already: name another agent, or a queue.", ("field", AgentField))
            : null;
    }

    public static TicketContent ContentFor(TicketContent content, HandoverTarget target) => target.AgentId.Length > 0
        ? content
        : (target.Queue.Length > 0 ? content.In(target.Queue) : content) with
        {
            Languages = target.Languages ?? content.Languages,
            Skills = target.Skills,
            IsWaived = false,
        };
}
