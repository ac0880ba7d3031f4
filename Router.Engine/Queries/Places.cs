using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Where a waiting ticket stands and what to tell of it.</summary>
internal static class Places
{
    /// <summary>One more than the waiting tickets of the same queue and channel that are due before it.</summary>
    public static int PositionOf(Ticket ticket)
    {
        var before = 0;
        foreach (var waitClass in ticket.WaitClass.Siblings)
        {
            before += waitClass.Waiting.Rank(ticket.Key);
        }

        return before + 1;
    }

    /// <summary>
    /// Of a ticket that was just submitted. Where it was at most offered to somebody since it entered its queue, that is as it was told then,
    /// and need not be worked out twice.
    /// </summary>
    public static WaitingPlace? AtSubmit(WorkspaceState state, Ticket ticket)
    {
        var facts = state.Batch.Facts;
        var told = facts is [.., TicketEntered before, OfferMade offer] && offer.TicketId == ticket.Id ? before : facts[^1] as TicketEntered;
        return told?.TicketId == ticket.Id ? new WaitingPlace(told.Position, told.Told) { Hearer = HearerOf(state, ticket) } : Of(state, ticket);
    }

    public static WaitingPlace? Of(WorkspaceState state, Ticket ticket)
    {
        if (!ticket.IsWaiting)
        {
            return ticket is { WaitsForOpening: true, State: TicketState.Scheduled }
                ? new WaitingPlace(0, Estimate.Unknown, ticket.StartsAt) { Hearer = HearerOf(state, ticket) }
                : null;
        }

        var waited = (int)Math.Min(int.MaxValue, (state.Now - ticket.EnteredAt) / 1_000);
        return new WaitingPlace(PositionOf(ticket), WaitTimes.Tell(state, ticket), WaitedSeconds: waited) { Hearer = HearerOf(state, ticket) };
    }

    private static Hearer HearerOf(WorkspaceState state, Ticket ticket)
    {
        var queue = state.Queues.Find(ticket.Content.Queue);
        return new Hearer(
            ticket.Content.FirstLanguage,
            queue is { Languages: [var own, ..] } ? own.Tag : "",
            queue?.Hours?.TimeZone ?? "",
            ticket is { State: TicketState.Queued, Channel.IsLive: true, IsUnroutable: false } && ticket.Later?.CallBack is null);
    }
}
