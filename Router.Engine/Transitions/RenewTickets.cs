using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// A published policy reaches the tickets that were open before it, in slices with time for other things between them: their steps become
/// those of the policy in force; due times stay, unless they were to be computed anew.
/// </summary>
internal static class RenewTickets
{
    /// <summary>Most tickets of one slice.</summary>
    public const int Slice = 500;

    /// <summary>Real time from one slice to the next.</summary>
    public const double SecondsBetween = 0.02;

    /// <summary>A policy was published: what an earlier one had not reached yet, this one does, due times that were to be computed anew included.</summary>
    public static void Begin(WorkspaceState state, bool reprice)
    {
        var (after, last) = reprice ? (0, state.LastTicket)
            : state.Renewal?.Record is { } earlier ? (Math.Max(earlier.After, earlier.RepriceAfter), earlier.RepriceLast)
            : (0, 0);
        state.Renewal = new Renewal(new RenewalRecord(0, state.LastTicket, state.Now, after, last), state.Tickets.Values);
    }

    /// <summary>The next slice, which is due.</summary>
    /// <returns>How many tickets it looked at, 1 at the least.</returns>
    public static int Run(WorkspaceState state)
    {
        var renewal = state.Renewal!;
        var record = renewal.Record;
        var renewed = new List<Ticket>();
        var free = new List<Agent>();
        var looked = 0;
        var after = record.After;
        while (looked < Slice && renewal.TryNext(out var ticket))
        {
            if (ticket is { State: TicketState.Scheduled, WaitsForOpening: true })
            {
                looked++;
                after = ticket.Counter;
                EnterFirst.Review(state, ticket);
                continue;
            }

            if (ticket.State is not (TicketState.Queued or TicketState.Offered or TicketState.Assigned))
            {
                continue;
            }

            looked++;
            after = ticket.Counter;
            if (Renew(state, ticket, record.Reprices(ticket.Counter), free))
            {
                renewed.Add(ticket);
            }
        }

        if (looked < Slice)
        {
            state.Renewal = null;
        }
        else
        {
            renewal.Record = record with { After = after, NextAt = state.Now + state.RealSeconds(SecondsBetween) };
        }

        Dispatch.PlaceAll(state, renewed);
        Dispatch.FeedTogether(state, free);
        return Math.Max(1, looked);
    }

    /// <summary>Gives one ticket the rules in force.</summary>
    /// <returns>Whether they differ from those it had.</returns>
    private static bool Renew(WorkspaceState state, Ticket ticket, bool reprice, List<Agent> free)
    {
        var queue = state.Queues[ticket.Content.Queue];
        var plan = Escalations.IsEscalated(ticket) && queue.Escalation is { } escalation
            ? Escalations.PlanFor(state, ticket, queue, escalation)
            : LaneMap.PlanFor(state, ticket.Content, queue);
        var headStart = DueTimes.HeadStartMs(ticket.Content, queue);
        var dueAt = reprice ? DueAnew(state, ticket, headStart) : ticket.DueAt;
        if (plan.Saved.SequenceEqual(ticket.Plan.Saved) && dueAt == ticket.DueAt && !(reprice && headStart != ticket.HeadStartMs))
        {
            LaneMap.Follow(ticket, plan);
            return false;
        }

        if (ticket.State == TicketState.Queued && Queueing.Leave(state, ticket) is { } released)
        {
            free.Add(released);
        }

        if (ticket.IsWaiting)
        {
            WaitTimes.Remove(state, ticket);
        }

        ticket.Step = 0;
        LaneMap.Follow(ticket, plan);
        ticket.DueAt = dueAt;
        if (reprice)
        {
            ticket.HeadStartMs = headStart;
            Moves.Reclass(state, ticket);
        }

        state.Emit(ticket, new TicketChanged(ticket.Id, FactKind.PolicyApplied, ticket.Content, dueAt, By: null), detail: $"{state.Policy.Version}");
        PutBack(state, ticket);
        return true;
    }

    private static void PutBack(WorkspaceState state, Ticket ticket)
    {
        switch (ticket.State)
        {
            case TicketState.Queued:
                Queueing.Return(state, ticket);
                break;
            case TicketState.Offered:
                WaitTimes.Enter(state, ticket);
                Queueing.OpenPassedSteps(state, ticket);
                Routability.Clear(state, ticket);
                break;
            default:
                Routability.Clear(state, ticket);
                break;
        }
    }

    /// <summary>From when it last entered its queue; who was handed over is not put later by it.</summary>
    private static long DueAnew(WorkspaceState state, Ticket ticket, long headStartMs)
    {
        var dueAt = Queueing.TargetOf(state, ticket) - headStartMs;
        return ticket.Transfers > 0 ? Math.Min(ticket.DueAt, dueAt) : dueAt;
    }
}
