using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Customers who are to be called back: what can be promised to them, and that they called in first.</summary>
internal static class CallBacks
{
    /// <summary>Of what the agents could do in a window, so much is promised: the rest is for who calls then.</summary>
    private const double PromisedShare = 0.5;

    /// <summary>Why a call-back cannot be promised for a ticket that waits, or null.</summary>
    public static Outcome? Refuse(WorkspaceState state, Ticket ticket, CallBack wish)
    {
        return Refuse(state, ticket.Content, ticket.Plan, ticket.Channel, wish, WaitTimes.Tell(state, ticket), ticket.EnteredAt);
    }

    /// <summary>Why a call-back cannot be promised to whoever submits such a ticket, or null.</summary>
    public static Outcome? Refuse(WorkspaceState state, TicketContent content, QueuePolicy queue, CallBack wish)
    {
        var channel = state.Channel(content.Channel)!;
        var plan = LaneMap.PlanFor(state, content, queue);
        var told = WaitClassMap.Find(state, channel, content, queue) is { } own ? WaitTimes.Tell(state, own, own.Waiting.Count, 0) : Estimate.Unknown;
        if (told.Trust == Trust.Unknown && WaitTimes.IsAnybodyThere(state, plan, channel))
        {
            told = new Estimate(channel.Policy.HandleSeconds, channel.Policy.HandleSeconds, Trust.Low, 0);
        }

        return Refuse(state, content, plan, channel, wish, told, state.Now);
    }

    /// <summary>The ticket's customer is to be called back from now on.</summary>
    public static void Set(WorkspaceState state, Ticket ticket, CallBack wish)
    {
        ticket.Later = (ticket.Later ?? new TicketLater()) with { CallBack = wish with { Attempts = ticket.Later?.CallBack?.Attempts ?? [] } };
        ticket.TimeToLiveMs = 0;
        state.CallBacks.Add(ticket);
    }

    /// <summary>Takes out the call-backs of a customer who calls in before he was called.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">His new ticket, in no queue yet.</param>
    /// <param name="free">Agents who are free of them.</param>
    /// <returns>When the new one is due at the latest: it takes over the earliest place that was kept in its queue.</returns>
    public static long EndFor(WorkspaceState state, Ticket ticket, List<Agent> free)
    {
        var latestDue = long.MaxValue;
        foreach (var kept in state.CallBacks.Of(ticket.Content.CustomerId))
        {
            if (kept.Channel != ticket.Channel || kept.State is not (TicketState.Scheduled or TicketState.Queued or TicketState.Offered))
            {
                continue;
            }

            if (kept.IsWaiting && kept.Content.Queue == ticket.Content.Queue)
            {
                latestDue = Math.Min(latestDue, kept.DueAt);
            }

            free.AddRange(Leaving.Out(state, kept, TicketState.Cancelled, OfferEnd.Cancelled, "withdrawn", by: new Actor(ActorKind.Customer, "")));
        }

        return latestDue;
    }

    private static Outcome? Refuse(
        WorkspaceState state, TicketContent content, RoutingPlan plan, ChannelSlot channel, CallBack wish, Estimate told, long waitsSince)
    {
        if (plan.IsUnroutable)
        {
            return Cannot("no registered agent could ever serve it");
        }

        if (wish.From > 0)
        {
            return RefuseWindow(state, content, plan, channel, wish);
        }

        if (told.Trust == Trust.Unknown)
        {
            return Cannot("nobody who serves the queue is signed in, so that nothing is known of the wait");
        }

        return wish.Until > 0 && waitsSince + (told.PromiseSeconds * 1_000L) > wish.Until
            ? Cannot("its place may come up after the end of the window")
            : null;
    }

    private static Outcome? RefuseWindow(WorkspaceState state, TicketContent content, RoutingPlan plan, ChannelSlot channel, CallBack wish)
    {
        if (state.Calendars.TryGetValue(content.Queue, out var calendar) && calendar.OpensAt(wish.From) >= wish.Until)
        {
            return Cannot("its queue is closed all that time");
        }

        var agents = plan.Steps[^1].Lane.Eligible.Count;
        var possible = (long)(agents * PromisedShare * (wish.Until - wish.From) / (channel.Policy.HandleSeconds * 1_000L));
        var promised = state.CallBacks.Open.Count(t =>
            t.State is TicketState.Scheduled or TicketState.Queued or TicketState.Offered
            && t.Content.Queue == content.Queue
            && t.Later!.CallBack is { From: > 0 } other
            && other.From < wish.Until && wish.From < other.Until);
        return promised < possible
            ? null
            : Cannot($"{promised} are promised for that window already, and the {agents} agents who may serve it have time for {possible}");
    }

    private static Outcome Cannot(string why) =>
        Outcome.Refused(Reason.QueueFull, $"No call-back can be promised: {why}.", ("field", "call_back"));
}
