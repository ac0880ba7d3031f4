using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A ticket comes to its queue for the first time, by submit or at its scheduled time: in, to another queue, or until the opening.</summary>
internal static class EnterFirst
{
    /// <summary>Its time has come: its queue may be closed or full by now.</summary>
    public static void Run(WorkspaceState state, Ticket ticket)
    {
        var admitted = state.HasAdmission ? Admission.Judge(state, ticket.Content, mayRefuse: false) : new Admitted(ticket.Content);
        ticket.Content = admitted.Content;
        Queueing.Replan(state, ticket);
        Run(state, ticket, admitted, CauseOf(ticket.Later));
    }

    /// <summary>As it was judged, which the ticket's queue shows already.</summary>
    public static void Run(WorkspaceState state, Ticket ticket, Admitted admitted, EntryCause cause)
    {
        for (var i = 0; i < admitted.Passed.Count; i++)
        {
            var (from, to) = (admitted.Passed[i], i + 1 < admitted.Passed.Count ? admitted.Passed[i + 1] : admitted.Content.Queue);
            state.Emit(ticket, new TicketOverflowed(ticket.Id, from, to), detail: new TransferText(0, from, to, "").Write());
        }

        if (admitted.OpensAt > 0)
        {
            ticket.StartsAt = admitted.OpensAt;
            ticket.WaitsForOpening = true;
            Moves.To(state, ticket, TicketState.Scheduled);
            state.Emit(ticket, new TicketScheduled(ticket.Id, ticket.StartsAt), detail: TicketScheduled.UntilOpening);
        }
        else
        {
            Enter(state, ticket, admitted.Passed.Count > 0 ? EntryCause.Overflowed : cause);
        }
    }

    /// <summary>The policy has changed: its queue may open at another time than the ticket waits for.</summary>
    public static void Review(WorkspaceState state, Ticket ticket)
    {
        if (state.Calendars.GetValueOrDefault(ticket.Content.Queue)?.OpensAt(state.Now) != ticket.StartsAt)
        {
            JudgeAnew(state, ticket);
        }
    }

    /// <summary>It no longer waits for what it was told: it is judged anew, as one that is due now.</summary>
    public static void JudgeAnew(WorkspaceState state, Ticket ticket)
    {
        ticket.StartsAt = state.Now;
        state.MarkChanged(ticket);
        Deadlines.TicketDeadline.Update(state, ticket);
    }

    private static EntryCause CauseOf(TicketLater? later) =>
        later is null ? EntryCause.Scheduled
        : later.CallBack is not null ? EntryCause.CallBack
        : later.FollowUpOf.Length > 0 ? EntryCause.FollowUp
        : EntryCause.Scheduled;

    private static void Enter(WorkspaceState state, Ticket ticket, EntryCause cause)
    {
        ticket.WaitsForOpening = false;
        Dispatch.Enter(state, ticket, cause);
    }
}
