using System.Globalization;
using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// A customer who waits hangs up and is called back: in his turn, as his ticket keeps its place, or at an agreed time, for which it leaves the
/// queue. Answered with <see cref="Submitted"/>.
/// </summary>
internal static class RequestTicketCallBack
{
    public static Outcome Apply(WorkspaceState state, RequestCallBack command)
    {
        if (!state.Tickets.TryGetValue(command.TicketId, out var ticket))
        {
            return Refusals.UnknownTicket(command.TicketId);
        }

        if (ticket.State != TicketState.Queued)
        {
            return Refusals.WrongState(ticket, "only a customer who waits in a queue can ask for a call-back");
        }

        if (RefuseTimes(state, command.CallBack) is { } late)
        {
            return late;
        }

        if (CallBacks.Refuse(state, ticket, command.CallBack) is { } refusal)
        {
            return refusal;
        }

        CallBacks.Set(state, ticket, command.CallBack);
        Announce(state, ticket, command.CallBack, command.By);
        if (command.CallBack.From > 0)
        {
            var free = Queueing.Leave(state, ticket);
            WaitTimes.Leave(state, ticket, Departure.Withdrawn);
            Scheduling.Begin(state, ticket, command.CallBack.From, by: command.By);
            if (free is not null)
            {
                Dispatch.Feed(state, free);
            }
        }
        else
        {
            Deadlines.TicketDeadline.Update(state, ticket);
        }

        return Outcome.Done(new Submitted(ticket.Id, ticket.State, ticket.CreatedAt, Places.Of(state, ticket), Unroutable: false));
    }

    /// <summary>Why the window is none, or null.</summary>
    public static Outcome? RefuseTimes(WorkspaceState state, CallBack wish) =>
        (wish.From > 0 && wish.From < state.Now) || (wish.Until > 0 && wish.Until <= state.Now)
            ? Outcome.Refused(Reason.ScheduleOutOfRange, "The window of the call-back has passed: take a later one.", ("field", "call_back.from"))
            : null;

    /// <summary>Says that a customer is to be called back.</summary>
    public static void Announce(WorkspaceState state, Ticket ticket, CallBack wish, Actor? by) => state.Emit(
        ticket,
        new CallBackRequested(ticket.Id, wish.From, wish.Until),
        detail: wish.From == 0 ? "keep_place" : $"at {wish.From.ToString(CultureInfo.InvariantCulture)}",
        by: by);
}
