using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Customers who are to be called back: what can be promised to them, and that they called in first.</summary>
internal static class CallBacks
{
    /// <summary>Of what the agents could do in a window, so much is promised: the rest is for who calls then.</summary>
    private const double PromisedShare = 0.5;

    /// <summary>A customer whom a full or closed queue takes as a call-back and who names no end of his window is called within so long: a day.</summary>
    private const long UsualWindowMs = TimeSpan.MillisecondsPerDay;

    /// <summary>Why a call-back cannot be promised for a ticket that waits, or null.</summary>
    public static Outcome? Refuse(WorkspaceState state, Ticket ticket, CallBack wish)
    {
        return Refuse(state, ticket.Content, ticket.Plan, ticket.Channel, wish, WaitTimes.Tell(state, ticket), ticket.EnteredAt);
    }

    /// <summary>Why a call-back cannot be promised to whoever submits such a ticket, or null.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="content">The ticket, in the queue that it comes to.</param>
    /// <param name="wish">What its customer wishes.</param>
    /// <param name="admitted">How that queue takes it; null when that was not judged.</param>
    public static Outcome? Refuse(WorkspaceState state, TicketContent content, CallBack wish, Admitted? admitted)
    {
        var channel = state.Channel(content.Channel)!;
        var plan = LaneMap.PlanFor(state, content, state.Queues[content.Queue]);
        if (wish.From == 0 && admitted is { OpensAt: > 0 and var opensAt })
        {
            var window = wish with { From = opensAt, Until = wish.Until > 0 ? wish.Until : opensAt + UsualWindowMs };
            return RefuseUnroutable(plan) ?? RefuseWindow(state, content, plan, channel, window, t => t.WaitsForOpening);
        }

        if (wish is { From: 0, Until: 0 } && admitted is { IsPastLimit: true })
        {
            wish = wish with { Until = state.Now + UsualWindowMs };
        }

        return Refuse(state, content, plan, channel, wish, ToldNow(state, content), state.Now);
    }

    /// <summary>The wait of one more such ticket.</summary>
    public static Estimate ToldNow(WorkspaceState state, TicketContent content)
    {
        var (channel, queue) = (state.Channel(content.Channel)!, state.Queues[content.Queue]);
        var told = WaitClassMap.Find(state, channel, content, queue) is { } own ? WaitTimes.Tell(state, own, own.Waiting.Count, 0) : Estimate.Unknown;
        return told.Trust == Trust.Unknown && WaitTimes.IsAnybodyThere(state, LaneMap.PlanFor(state, content, queue), channel)
            ? new Estimate(channel.Policy.HandleSeconds, channel.Policy.HandleSeconds, Trust.Low, 0)
            : told;
    }

    /// <summary>Whether a customer who calls in takes a place that is kept for him in that queue.</summary>
    public static bool KeepPlace(WorkspaceState state, TicketContent content) =>
        state.CallBacks.Count > 0
        && content.CustomerId.Length > 0
        && state.CallBacks.Of(content.CustomerId).Any(t => t.IsWaiting && t.Channel.Name == content.Channel && t.Content.Queue == content.Queue);

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
        if (RefuseUnroutable(plan) is { } nobody)
        {
            return nobody;
        }

        if (wish.From > 0)
        {
            return RefuseWindow(state, content, plan, channel, wish, _ => false);
        }

        if (told.Trust == Trust.Unknown)
        {
            return Cannot("nobody who serves the queue is signed in, so that nothing is known of the wait");
        }

        return wish.Until > 0 && waitsSince + (told.PromiseSeconds * 1_000L) > wish.Until
            ? Cannot("its place may come up after the end of the window")
            : null;
    }

    private static Outcome? RefuseUnroutable(RoutingPlan plan) => plan.IsUnroutable ? Cannot("no registered agent could ever serve it") : null;

    /// <summary>Whether there are too many for a window already: those of an agreed time in it, and others that count.</summary>
    private static Outcome? RefuseWindow(
        WorkspaceState state, TicketContent content, RoutingPlan plan, ChannelSlot channel, CallBack wish, Func<Ticket, bool> alsoCounts)
    {
        if (state.Calendars.TryGetValue(content.Queue, out var calendar) && calendar.OpensAt(wish.From) >= wish.Until)
        {
            return Cannot("its queue is closed all that time");
        }

        var agents = plan.Widest.Registered;
        var possible = (long)(agents * PromisedShare * (wish.Until - wish.From) / (channel.Policy.HandleSeconds * 1_000L));
        var promised = state.CallBacks.Open.Count(t =>
            t.State is TicketState.Scheduled or TicketState.Queued or TicketState.Offered
            && t.Content.Queue == content.Queue
            && (alsoCounts(t) || (t.Later!.CallBack is { From: > 0 } other && other.From < wish.Until && wish.From < other.Until)));
        return promised < possible
            ? null
            : Cannot($"{promised} are promised for that window already, and the {agents} agents who may serve it have time for {possible}");
    }

    private static Outcome Cannot(string why) =>
        Outcome.Refused(Reason.QueueFull, $"No call-back can be promised: {why}.", ("field", "call_back"));
}
