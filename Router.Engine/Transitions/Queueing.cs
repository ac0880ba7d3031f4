using System.Globalization;
using Router.Engine.Deadlines;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Matching;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Into a queue and out of it.</summary>
internal static class Queueing
{
    /// <summary>A ticket enters its queue and stands in its lane.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket, in no lane.</param>
    /// <param name="cause">How it comes into the queue.</param>
    /// <param name="latestDue">It is due then at the latest.</param>
    public static void Enter(WorkspaceState state, Ticket ticket, EntryCause cause, long latestDue = long.MaxValue)
    {
        Begin(state, ticket, cause, latestDue);
        PutInLane(state, ticket);
    }

    /// <summary>From now on its wait counts, though it stands in no lane yet.</summary>
    public static void Begin(WorkspaceState state, Ticket ticket, EntryCause cause, long latestDue = long.MaxValue)
    {
        if (state.UsesKnownAgents && ticket.Wanted is null)
        {
            latestDue = Math.Min(latestDue, KnownAgents.Find(state, ticket, cause));
        }

        ticket.EnteredAt = state.Now;
        ticket.AssignmentsBefore = ticket.AssignmentNo;
        ticket.DueAt = Math.Min(latestDue, TargetOf(state, ticket) - ticket.HeadStartMs);
        WaitTimes.Enter(state, ticket);
        var told = WaitTimes.Tell(state, ticket);
        if (ticket.AssignmentNo == 0)
        {
            Promises.Begin(ticket, told);
        }

        state.Emit(
            ticket,
            new TicketEntered(
                ticket.Id,
                ticket.CreatedAt,
                cause,
                ticket.DueAt,
                Places.PositionOf(ticket),
                told,
                ticket.Plan.IsUnroutable,
                state.Policy.Version),
            detail: cause <= EntryCause.Scheduled ? "" : $"{cause}");
        if (ticket.Wanted is { } wanted)
        {
            PersonalWaits.Begin(state, ticket, wanted);
        }

        OpenPassedSteps(state, ticket);
    }

    /// <summary>When a ticket is due that has entered its queue, without its head start.</summary>
    public static long TargetOf(WorkspaceState state, Ticket ticket)
    {
        var target = DueTimes.TargetMs(state.Queues[ticket.Content.Queue], ticket.Channel.Policy);
        return ticket.Channel.Policy.Deferred && state.Calendars.TryGetValue(ticket.Content.Queue, out var calendar)
            ? calendar.After(ticket.EnteredAt, target)
            : ticket.EnteredAt + target;
    }

    /// <summary>A ticket that is in no lane goes by the rules of now, from their first step on, when it enters its queue once more.</summary>
    public static void Replan(WorkspaceState state, Ticket ticket)
    {
        var queue = state.Queues[ticket.Content.Queue];
        LaneMap.Follow(ticket, LaneMap.PlanFor(state, ticket.Content, queue));
        ticket.Step = 0;
        ticket.HeadStartMs = DueTimes.HeadStartMs(ticket.Content, queue);
        Moves.Reclass(state, ticket);
    }

    /// <summary>A ticket that its owner lost comes back to its place.</summary>
    public static void Return(WorkspaceState state, Ticket ticket)
    {
        WaitTimes.Enter(state, ticket);
        OpenPassedSteps(state, ticket);
        PutInLane(state, ticket);
    }

    /// <summary>The ticket stands in the lane of its step and may be given to somebody.</summary>
    public static void PutInLane(WorkspaceState state, Ticket ticket)
    {
        BeQueued(state, ticket);
        AddToLane(state, ticket);
        TicketDeadline.Update(state, ticket);
    }

    /// <summary>The ticket waits by the step that is open; the caller gives it to somebody or adds it to the lane of that step, and sets its deadline.</summary>
    public static void BeQueued(WorkspaceState state, Ticket ticket)
    {
        if (ticket.Cooldowns.Length > 0)
        {
            EndCooldowns(state, ticket);
        }

        var isExpedited = ticket.Wanted?.Lane is null && ticket.Plan.Steps[ticket.Step].Step.IsExpedited;
        if (ticket.IsExpedited != isExpedited)
        {
            ticket.WaitClass.Remove(ticket);
            ticket.IsExpedited = isExpedited;
            ticket.WaitClass.Add(ticket);
            state.Emit(ticket, new TicketExpedited(ticket.Id, isExpedited), detail: isExpedited ? "expedited" : "");
        }

        Moves.Turn(state, ticket, TicketState.Queued);
        Routability.Flag(state, ticket);
    }

    public static void AddToLane(WorkspaceState state, Ticket ticket)
    {
        var lane = ticket.Lane;
        lane.Tickets.Add(ticket.Key, ticket);
        state.LanesWithTickets(lane).Set(lane.Slot, true);
    }

    // A cool-down ends here and nowhere else: of two that end in the same millisecond each has its moment.
    private static void EndCooldowns(WorkspaceState state, Ticket ticket)
    {
        if (Array.Exists(ticket.Cooldowns, c => c.Until <= state.Now))
        {
            ticket.Cooldowns = [.. ticket.Cooldowns.Where(c => c.Until > state.Now)];
            state.MarkChanged(ticket);
        }
    }

    /// <summary>The ticket leaves its lane: for somebody, for another lane, or for good.</summary>
    public static void TakeFromLane(WorkspaceState state, Ticket ticket)
    {
        var lane = ticket.Lane;
        lane.Tickets.Remove(ticket.Key);
        if (lane.Tickets.Count == 0)
        {
            state.LanesWithTickets(lane).Set(lane.Slot, false);
        }
    }

    /// <summary>Steps whose time passed while the ticket was scheduled, offered or assigned, or waited for one agent alone, open together.</summary>
    public static void OpenPassedSteps(WorkspaceState state, Ticket ticket)
    {
        var steps = ticket.Plan.Steps;
        if (ticket.Wanted?.Lane is not null)
        {
            return;
        }

        while (ticket.Step + 1 < steps.Length && ticket.EnteredAt + steps[ticket.Step + 1].OpensAfterMs <= state.Now)
        {
            ticket.Step++;
            state.Emit(ticket, new StepOpened(ticket.Id, ticket.Step), detail: ticket.Step.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A queued ticket gives up its hold and its lane because it ends there.</summary>
    /// <returns>An agent who was held for it and may now be given something, or null.</returns>
    public static Agent? Leave(WorkspaceState state, Ticket ticket)
    {
        var released = Holds.Release(state, ticket);
        TakeFromLane(state, ticket);
        return released;
    }
}
