using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A ticket of the same customer that follows one which is completed.</summary>
internal static class FollowUps
{
    /// <summary>Why what an agent wants to follow cannot be, or null.</summary>
    public static Outcome? Refuse(WorkspaceState state, Ticket ticket, FollowUpWish wish)
    {
        if (ticket.Later is { FollowUpId.Length: > 0 } later)
        {
            return Outcome.Refused(
                Reason.InvalidRequest,
                $"Ticket {ticket.Id} is followed by {later.FollowUpId} already: reschedule or cancel that one.",
                ("field", "complete.follow_up"));
        }

        if (wish.At < state.Now)
        {
            return Outcome.Refused(
                Reason.ScheduleOutOfRange, $"Ticket {ticket.Id} cannot be followed at a time that has passed: take a later one.", ("field", "complete.follow_up.at"));
        }

        var content = ContentOf(ticket, wish.Queue);
        return state.Queues.TryGetValue(content.Queue, out var queue)
            ? NeedsCheck.Refuse(state, content, queue, "complete.follow_up.")
            : Outcome.Refused(
                Reason.UnknownQueue, $"There is no queue '{content.Queue}': take a queue of the policy.", ("field", "complete.follow_up.queue"));
    }

    /// <summary>What the queue of a ticket that has just been completed wants to follow it, if nothing does yet.</summary>
    public static void ByPolicy(WorkspaceState state, Ticket ticket)
    {
        if (ticket.Rules.FollowUp is not { } rule
            || ticket.Later is { FollowUpId.Length: > 0 } or { FollowUpOf.Length: > 0 }
            || (rule.Dispositions.Count > 0 && !rule.Dispositions.Contains(ticket.Disposition)))
        {
            return;
        }

        var content = ContentOf(ticket, rule.Queue);
        if (NeedsCheck.Refuse(state, content, state.Queues[content.Queue], "") is null)
        {
            Plan(state, ticket, new FollowUpWish(state.Now + (rule.AfterSeconds * 1_000L), rule.Queue, ""), agentId: "");
        }
    }

    /// <summary>The ticket that follows is scheduled, and each of the two names the other.</summary>
    public static void Plan(WorkspaceState state, Ticket ticket, FollowUpWish wish, string agentId)
    {
        var content = ContentOf(ticket, wish.Queue);
        var next = SubmitTicket.New(state, new Submit(content), content, state.Queues[content.Queue]);
        next.Later = new TicketLater { FollowUpOf = ticket.Id };
        next.Wanted = wish.SameAgent ? new WantedAgent(agentId, WantedCause.KnownAgent) : null;
        ticket.Later = (ticket.Later ?? new TicketLater()) with { FollowUpId = next.Id };
        state.Emit(ticket, new FollowUpPlanned(ticket.Id, next.Id, wish.At, agentId), agentId, Detail(next.Id, wish.Note));
        next.StartsAt = wish.At;
        Moves.To(state, next, TicketState.Scheduled);
        state.Emit(next, new TicketScheduled(next.Id, wish.At), detail: Detail(ticket.Id, wish.Note));
    }

    private static string Detail(string ticketId, string note) => note.Length == 0 ? ticketId : $"{ticketId}: {note}";

    private static TicketContent ContentOf(Ticket ticket, string queue)
    {
        var content = ticket.Content;
        var isElsewhere = queue.Length > 0 && queue != content.Queue;
        return content with
        {
            ExternalId = $"follow-up {ticket.Id} {ticket.AssignmentNo}",
            Queue = isElsewhere ? queue : content.Queue,
            Skills = isElsewhere ? [] : content.Skills,
            Classified = isElsewhere ? null : content.Classified,
        };
    }
}
