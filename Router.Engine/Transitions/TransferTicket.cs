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
                ticket.OnHoldMs),
            agent.Id,
            new TransferText(ticket.AssignmentNo, ticket.Content.Queue, content.Queue, command.Note).Write());
        ticket.Content = content;
        Queueing.Replan(state, ticket);
        if (ticket.Transfers >= Escalations.Transfers)
        {
            Escalations.Apply(state, ticket);
        }

        Senders.Exclude(state, ticket);
        Queueing.Enter(state, ticket, EntryCause.Transferred, latestDue: ticket.DueAt);
        Readiness.Refresh(state, agent);
        Dispatch.PlaceInTurn(state, ticket);
        AfterWork.Run(state, agent);
        return Outcome.Done(ticket.State);
    }

    private static TicketContent ContentFor(TicketContent content, HandoverTarget target) => content with
    {
        Queue = target.Queue.Length > 0 ? target.Queue : content.Queue,
        Languages = target.Languages ?? content.Languages,
        Skills = target.Skills,
        Classified = ClassifiedIn(content, target.Queue),
    };

    /// <summary>The steps of a rule are for the queue that it chose.</summary>
    private static Classified? ClassifiedIn(TicketContent content, string queue) =>
        content.Classified is { HasSteps: true } classified && queue.Length > 0 && queue != content.Queue
            ? classified with { HasSteps = false }
            : content.Classified;
}
