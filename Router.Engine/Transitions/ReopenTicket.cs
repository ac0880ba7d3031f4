using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A completed ticket enters its queue once more, under its id, as that of a dissatisfied customer.</summary>
internal static class ReopenTicket
{
    public static Outcome Apply(WorkspaceState state, Reopen command)
    {
        var closed = command.Ticket;
        if (Refuse(state, closed) is { } refusal)
        {
            return refusal;
        }

        var content = closed.Content with { Segment = WorkspacePolicy.Dissatisfied };
        if (!state.Queues.TryGetValue(content.Queue, out var queue))
        {
            return Outcome.Refused(Reason.UnknownQueue, $"Its queue '{content.Queue}' is not there any more.", ("field", "ticket_id"));
        }

        if (NeedsCheck.Refuse(state, content, queue, "") is { } unfit)
        {
            return unfit;
        }

        if (queue.ReopenSeconds == 0 || closed.StateSince + (queue.ReopenSeconds * 1_000L) < state.Now)
        {
            return Outcome.Refused(
                Reason.WrongState,
                queue.ReopenSeconds == 0
                    ? $"Ticket {closed.Id} is completed: its queue '{queue.Name}' reopens none."
                    : $"Ticket {closed.Id} was completed more than {queue.ReopenSeconds} s ago, the reopen window of queue '{queue.Name}'.",
                ("state", "completed"));
        }

        var ticket = Restore(state, closed, content, queue);
        state.Emit(ticket, new TicketReopened(ticket.Id, closed.StateSince, command.By), detail: command.Note, by: command.By);
        Dispatch.Enter(state, ticket, EntryCause.Reopened);
        return Outcome.Done(new Submitted(ticket.Id, ticket.State, ticket.CreatedAt, Places.Of(state, ticket), ticket.Plan.IsUnroutable));
    }

    private static Outcome? Refuse(WorkspaceState state, TicketRecord found)
    {
        if (state.Tickets.TryGetValue(found.Id, out var open))
        {
            return Refusals.WrongState(open, "it is not completed");
        }

        var name = found.State.ToString().ToLowerInvariant();
        return found.State == TicketState.Completed
            ? null
            : Outcome.Refused(Reason.WrongState, $"Ticket {found.Id} is {name}: only a completed one can be reopened.", ("state", name));
    }

    private static Ticket Restore(WorkspaceState state, TicketRecord closed, TicketContent content, QueuePolicy queue)
    {
        var plan = LaneMap.PlanFor(state, content, queue);
        var record = closed with
        {
            Content = content,
            HeadStartMs = DueTimes.HeadStartMs(content, queue),
            Step = 0,
            AgentId = "",
            Unroutable = false,
            InteractionEndedAt = 0,
            InteractionEndedBy = EndedBy.Unspecified,
            WrapUpExtended = false,
            Disposition = "",
            Note = "",
            Later = closed.Later is { FollowUpOf.Length: > 0 } later ? new TicketLater { FollowUpOf = later.FollowUpOf } : null,
        };
        var ticket = Loading.ToTicket(state, record, plan);
        plan.Users++;
        state.Tickets.Add(ticket);
        state.Renewal?.Include(ticket);
        return ticket;
    }
}
