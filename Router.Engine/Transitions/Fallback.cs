using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>What no registered agent could ever serve goes to the policy's queue for that, where it asks for no more than that queue does.</summary>
internal static class Fallback
{
    /// <summary>What its history says of why it is in another queue.</summary>
    public const string Cause = "unroutable";

    /// <summary>Whether a ticket is to be sent on: nobody could serve it, and somebody could there.</summary>
    public static bool Suits(WorkspaceState state, Ticket ticket)
    {
        var name = state.Policy.UnroutableQueue;
        return name.Length > 0
            && ticket.State == TicketState.Queued
            && ticket.IsUnroutable
            && ticket.Content.Queue != name
            && state.Queues[name] is var queue
            && queue.Channel(ticket.Channel.Name) is not null
            && !LaneMap.PlanFor(state, ContentThere(ticket, name), queue).IsUnroutable;
    }

    /// <summary>Sends a ticket on, due no later than it was.</summary>
    public static void Send(WorkspaceState state, Ticket ticket)
    {
        var (from, to) = (ticket.Content.Queue, state.Policy.UnroutableQueue);
        state.Reviews.Remove(ticket.Counter);
        Queueing.TakeFromLane(state, ticket);
        WaitTimes.Remove(state, ticket);
        state.Emit(ticket, new TicketOverflowed(ticket.Id, from, to), detail: new TransferText(0, from, to, Cause).Write());
        ticket.Content = ContentThere(ticket, to);
        Queueing.Replan(state, ticket);
        Queueing.Enter(state, ticket, EntryCause.Overflowed, latestDue: ticket.DueAt);
        Dispatch.PlaceInTurn(state, ticket);
    }

    private static TicketContent ContentThere(Ticket ticket, string queue) => ticket.Content.In(queue) with { IsWaived = true };
}
