using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// A supervisor changes the queue, priority or needs of tickets that nobody has accepted. A moved one enters its new queue and is due there
/// no later than it was; the others keep their place but for the head start. Answered with <see cref="Moved"/>.
/// </summary>
internal static class ChangeBySupervisor
{
    public static Outcome Apply(WorkspaceState state, TicketMove command)
    {
        var picked = new PickedTickets();
        if (picked.Refuse(state, command, t => Judge(state, command, t)) is { } refusal)
        {
            return refusal;
        }

        var free = new List<Agent>();
        foreach (var ticket in picked.Tickets)
        {
            free.AddRange(ticket.IsWaiting ? PickedTickets.TakeOut(state, ticket) : []);
            Change(state, ticket, command);
        }

        PickedTickets.Settle(state, picked.Tickets, free);
        return picked.Answer;
    }

    private static Outcome? Judge(WorkspaceState state, TicketMove command, Ticket ticket)
    {
        if (ticket.State is not (TicketState.Scheduled or TicketState.Queued or TicketState.Offered or TicketState.Parked))
        {
            return Refusals.WrongState(ticket, "only a ticket that is in nobody's hands can be changed");
        }

        var content = ContentOf(ticket, command);
        return state.Queues.TryGetValue(content.Queue, out var queue)
            ? NeedsCheck.Refuse(state, content, queue, "")
            : Outcome.Refused(Reason.UnknownQueue, $"There is no queue '{content.Queue}': take a queue of the policy.", ("field", "queue"));
    }

    private static void Change(WorkspaceState state, Ticket ticket, TicketMove command)
    {
        var content = ContentOf(ticket, command);
        var isMove = command is MoveTickets;
        var dueBefore = ticket.DueAt;
        var dueAt = dueBefore + ticket.HeadStartMs - DueTimes.HeadStartMs(content, state.Queues[content.Queue]);
        state.Emit(
            ticket,
            new TicketChanged(ticket.Id, KindOf(command), content, ticket.IsWaiting && !isMove ? dueAt : 0, command.By),
            detail: new TransferText(content.Priority, ticket.Content.Queue, content.Queue, command.Why).Write(),
            by: command.By);
        if (ticket.IsWaiting)
        {
            WaitTimes.Remove(state, ticket);
        }

        if (isMove)
        {
            PersonalWaits.Forget(state, ticket);
        }

        ticket.Content = content;
        Queueing.Replan(state, ticket);
        if (!ticket.IsWaiting)
        {
            Routability.Clear(state, ticket);
            if (isMove && ticket.WaitsForOpening)
            {
                EnterFirst.JudgeAnew(state, ticket);
            }

            return;
        }

        if (isMove)
        {
            Queueing.Enter(state, ticket, EntryCause.Moved, latestDue: dueBefore);
        }
        else
        {
            ticket.DueAt = dueAt;
            Queueing.Return(state, ticket);
        }
    }

    private static TicketContent ContentOf(Ticket ticket, TicketMove command) => command switch
    {
        MoveTickets move => ticket.Content.In(move.Queue),
        ReprioritiseTickets reprioritise => ticket.Content with { Priority = reprioritise.Priority },
        ChangeTicketNeeds needs => ticket.Content with { Languages = needs.Languages, Skills = needs.Skills, IsWaived = false },
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No change of content."),
    };

    private static FactKind KindOf(TicketMove command) => command switch
    {
        MoveTickets => FactKind.TicketMoved,
        ReprioritiseTickets => FactKind.TicketReprioritised,
        _ => FactKind.NeedsChanged,
    };
}
