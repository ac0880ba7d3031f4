using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// The owner of a call-back tells what came of his attempt: he has the customer, or it is tried again later, or this was the last time. Answered
/// with the ticket's state.
/// </summary>
internal static class ReportCallBackAttempt
{
    /// <summary>The disposition of a ticket whose customer could not be reached.</summary>
    public const string NotReached = "not_reached";

    /// <summary>Time from an attempt to the next: 15 min.</summary>
    public const long RetryMs = 15 * 60_000L;

    public static Outcome Apply(WorkspaceState state, ReportCallBack command)
    {
        if (AssignmentCheck.Refuse(state, command.AgentId, command.TicketId, command.AssignmentNo, out var ticket) is { } refusal)
        {
            return refusal;
        }

        if (ticket.State != TicketState.Assigned)
        {
            return Refusals.WrongState(ticket, "the interaction is over");
        }

        if (ticket.Later?.CallBack is not { } callBack)
        {
            return Refusals.WrongState(ticket, "its customer did not ask to be called back");
        }

        if (WasReported(ticket, callBack))
        {
            return Refusals.WrongState(ticket, "what came of this attempt was told already");
        }

        if (command.Result == CallBackAttempt.Reached)
        {
            Note(state, ticket, callBack, command.Result, isAgain: false);
            return Outcome.Done(ticket.State);
        }

        ChangeHold.End(state, ticket);
        var isOver = IsOver(state, callBack, command.Result);
        Note(state, ticket, callBack, command.Result, !isOver);
        if (isOver)
        {
            Interactions.Complete(state, ticket, NotReached, EndedBy.Agent);
        }
        else
        {
            var others = Participants.Free(state, ticket, OfferEnd.CalledOff);
            var agent = Assigning.LetGo(state, ticket);
            Scheduling.Begin(state, ticket, state.Now + RetryMs);
            AfterWork.Run(state, agent, others);
        }

        return Outcome.Done(ticket.State);
    }

    /// <summary>The owner completes it: if he told nothing else, he had the customer.</summary>
    public static void NoteCompletion(WorkspaceState state, Ticket ticket)
    {
        if (ticket is { State: TicketState.Assigned, Later.CallBack: { } callBack } && !WasReported(ticket, callBack))
        {
            Note(state, ticket, callBack, CallBackAttempt.Reached, isAgain: false);
        }
    }

    private static bool WasReported(Ticket ticket, CallBack callBack) =>
        callBack.Attempts is [.., var last] && last.AssignmentNo == ticket.AssignmentNo;

    /// <summary>Whether there is no further attempt after this one.</summary>
    private static bool IsOver(WorkspaceState state, CallBack callBack, string result) =>
        result == CallBackAttempt.WrongNumber
        || callBack.Attempts.Count + 1 >= CallBack.MostAttempts
        || (callBack.Until > 0 && state.Now + RetryMs >= callBack.Until);

    private static void Note(WorkspaceState state, Ticket ticket, CallBack callBack, string result, bool isAgain)
    {
        var attempt = new CallBackAttempt(state.Now, ticket.Agent!.Id, ticket.AssignmentNo, result);
        ticket.Later = ticket.Later! with { CallBack = callBack with { Attempts = [.. callBack.Attempts, attempt] } };
        state.Emit(
            ticket,
            new CallBackAttempted(
                ticket.Id,
                ticket.AssignmentNo,
                attempt.AgentId,
                callBack.Attempts.Count + 1,
                result,
                isAgain ? state.Now + RetryMs : 0,
                isAgain ? Assigning.HandlingMs(state, ticket) : 0,
                isAgain ? ticket.OnHoldMs : 0),
            attempt.AgentId,
            result);
    }
}
