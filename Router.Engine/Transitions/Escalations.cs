using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A ticket that is passed on too often goes to who decides, where its queue names them.</summary>
internal static class Escalations
{
    /// <summary>Transfers from which on it does.</summary>
    public const int Transfers = 3;

    /// <summary>Declines at which it does.</summary>
    public const int Declines = 10;

    /// <summary>It was passed on so often that who decides should have it.</summary>
    public static bool IsEscalated(Ticket ticket) => ticket.Transfers >= Transfers || ticket.Declines >= Declines;

    /// <summary>The one step of a queue's escalation.</summary>
    public static RoutingPlan PlanFor(WorkspaceState state, Ticket ticket, QueuePolicy queue, QueueStep escalation)
    {
        var plan = LaneMap.Build(state, ticket.Channel, [new RoutingStep(0, StepCompiler.Escalated(ticket.Content.Asked, queue, escalation))]);
        plan.IsForgotten = true;
        return plan;
    }

    /// <summary>Only those of the queue's escalation may serve the ticket from now on, which is in no lane: who is offered it loses it.</summary>
    /// <returns>Who lost it: the caller gives them what they may have now.</returns>
    public static IReadOnlyList<Agent> Apply(WorkspaceState state, Ticket ticket)
    {
        var queue = state.Queues[ticket.Content.Queue];
        if (queue.Escalation is not { } escalation)
        {
            return [];
        }

        var free = Offering.EndAll(state, ticket, OfferEnd.Escalated);
        LaneMap.Follow(ticket, PlanFor(state, ticket, queue, escalation));
        ticket.Step = 0;
        state.MarkChanged(ticket);
        return free;
    }
}
