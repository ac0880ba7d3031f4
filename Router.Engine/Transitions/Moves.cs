using Router.Engine.Deadlines;
using Router.Engine.Estimates;
using Router.Engine.Lanes;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Changes a ticket's state and all that is counted by it.</summary>
internal static class Moves
{
    public static void To(WorkspaceState state, Ticket ticket, TicketState next)
    {
        Turn(state, ticket, next);
        TicketDeadline.Update(state, ticket);
    }

    /// <summary>The same for a ticket that moves on at once: the caller sets its deadline then.</summary>
    public static void Turn(WorkspaceState state, Ticket ticket, TicketState next)
    {
        if (ticket.State != next)
        {
            if (ticket.State == TicketState.Offered || next == TicketState.Offered)
            {
                WaitTimes.CountExposure(state, ticket.WaitClass);
            }

            Count(ticket, -1);
            ticket.State = next;
            ticket.StateSince = state.Now;
            Count(ticket, 1);
        }

        state.MarkChanged(ticket);
    }

    /// <summary>The ticket is over and no longer among the open ones.</summary>
    public static void Close(WorkspaceState state, Ticket ticket, TicketState final)
    {
        To(state, ticket, final);
        state.Tickets.Remove(ticket);
        state.Unroutable.Remove(ticket.Counter);
        state.Reviews.Remove(ticket.Counter);
        PersonalWaits.Forget(state, ticket);
        LaneMap.Leave(ticket.Plan);
        if (ticket.Later?.CallBack is not null)
        {
            state.CallBacks.Remove(ticket);
        }
    }

    /// <summary>The ticket, which is not counted as waiting, belongs to the wait class of what it asks now.</summary>
    public static void Reclass(WorkspaceState state, Ticket ticket)
    {
        var before = ticket.WaitClass;
        Count(ticket, -1);
        ticket.WaitClass = WaitClassMap.ClassFor(state, ticket.Channel, ticket.Content, ticket.HeadStartMs);
        Count(ticket, 1);
        if (ticket.WaitClass != before)
        {
            ticket.Told = ticket.Told with { Ahead = -1 };
        }
    }

    /// <summary>Adds a ticket to what its wait class counts by state, or takes it off.</summary>
    public static void Count(Ticket ticket, int by)
    {
        var waitClass = ticket.WaitClass;
        switch (ticket.State)
        {
            case TicketState.Offered:
                waitClass.Offered += by;
                break;
            case TicketState.Assigned:
                waitClass.Assigned += by;
                break;
            case TicketState.WrappingUp:
                waitClass.WrappingUp += by;
                break;
            default:
                break;
        }
    }
}
