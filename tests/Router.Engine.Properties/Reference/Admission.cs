using Router.Engine.Policies;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A ticket comes to a queue for the first time: in, on to another queue, turned away, or until the opening.</summary>
internal static class Admission
{
    /// <summary>Where it comes to in the end.</summary>
    /// <param name="Content">The ticket in that queue.</param>
    /// <param name="Overflowed">Another queue did not take it.</param>
    /// <param name="OpensAt">When the queue opens, for which it waits; 0 when it enters at once.</param>
    /// <param name="IsRefused">It is turned away.</param>
    internal sealed record Way(TicketContent Content, bool Overflowed = false, long OpensAt = 0, bool IsRefused = false);

    /// <param name="world">Where.</param>
    /// <param name="content">The ticket.</param>
    /// <param name="mayRefuse">One that was taken before is not turned away.</param>
    /// <param name="wish">How its customer wants to be called back, or null.</param>
    public static Way Judge(World world, TicketContent content, bool mayRefuse, CallBack? wish = null)
    {
        var way = new Way(content);
        while (true)
        {
            var queue = world.Queue(way.Content.Queue)!;
            var opensAt = IsDeferred(world, content) || queue.Hours is null ? world.Now : OpenHours.OpensAt(queue.Hours, world.Now);
            var isClosed = opensAt > world.Now;
            var rule = isClosed ? queue.Hours!.WhenClosed
                : wish is null && CallBacks.KeepPlace(world, way.Content) ? null
                : Full(world, way.Content);
            switch (rule?.Kind)
            {
                case OverflowKind.Queue when world.Queue(rule.Queue)!.Channels.Any(c => c.Channel == content.Channel):
                    way = new(Waiting.InQueue(way.Content, rule.Queue), Overflowed: true);
                    continue;
                case OverflowKind.CallBack when mayRefuse && wish is not null && opensAt != OpenHours.Never:
                    return isClosed ? way with { OpensAt = opensAt } : way;
                case OverflowKind.Refuse or OverflowKind.CallBack when mayRefuse:
                case OverflowKind.Wait when mayRefuse && opensAt == OpenHours.Never:
                    return way with { IsRefused = true };
                default:
                    return isClosed && opensAt != OpenHours.Never ? way with { OpensAt = opensAt } : way;
            }
        }
    }

    /// <summary>It goes the way that it was judged to go.</summary>
    /// <param name="world">Where.</param>
    /// <param name="ticket">The ticket, in the queue where it came to.</param>
    /// <param name="way">How.</param>
    /// <param name="isNew">The customer has just come with it.</param>
    /// <param name="latestDue">It is due then at the latest.</param>
    public static void Go(World world, TicketRecord ticket, Way way, bool isNew, long latestDue = long.MaxValue)
    {
        if (way.OpensAt > 0)
        {
            world.Put(ticket with { State = TicketState.Scheduled, StartsAt = way.OpensAt, WaitsForOpening = true });
        }
        else
        {
            Waiting.Enter(world, ticket with { WaitsForOpening = false }, latestDue, isNew: isNew && !way.Overflowed);
        }
    }

    /// <summary>Its time has come: its queue may be closed or full by now.</summary>
    public static void Come(World world, TicketRecord ticket)
    {
        var way = Judge(world, ticket.Content, mayRefuse: false);
        Go(world, Waiting.Planned(world, ticket with { Content = way.Content }), way, isNew: false);
    }

    /// <summary>It waited for an opening, and the policy has changed.</summary>
    public static void Review(World world, TicketRecord ticket)
    {
        if (world.Queue(ticket.Content.Queue)!.Hours is not { } hours || OpenHours.OpensAt(hours, world.Now) != ticket.StartsAt)
        {
            world.Put(ticket with { StartsAt = world.Now });
        }
    }

    /// <summary>How long tickets may take: of deferred channels open hours alone count.</summary>
    public static long Target(World world, TicketRecord ticket, long from) =>
        IsDeferred(world, ticket.Content) && world.Queue(ticket.Content.Queue)!.Hours is { } hours
            ? OpenHours.After(hours, from, Waiting.TargetMs(world, ticket))
            : from + Waiting.TargetMs(world, ticket);

    private static bool IsDeferred(World world, TicketContent content) => Rulebook.Channel(world.Policy, content.Channel).Deferred;

    /// <summary>What becomes of a ticket whose queue is full for its channel: any of the limits is enough; null when it is not.</summary>
    private static OverflowRule? Full(World world, TicketContent content)
    {
        var waiting = world.Tickets.Where(t =>
            t.State is TicketState.Queued or TicketState.Offered && t.Content.Queue == content.Queue && t.Content.Channel == content.Channel).ToList();
        var limits = world.Queue(content.Queue)!.Channels.FirstOrDefault(c => c.Channel == content.Channel)?.Limits;
        return limits is not null && waiting.Count > 0
            && ((limits.Waiting > 0 && waiting.Count >= limits.Waiting)
                || (limits.OldestSeconds > 0 && world.Now - waiting.Min(t => t.EnteredAt) >= limits.OldestSeconds * 1_000L))
            ? limits.Overflow
            : null;
    }
}
