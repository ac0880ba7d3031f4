using Router.Engine.Commands;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A ticket of the same customer that follows one which is completed.</summary>
internal static class FollowUps
{
    /// <summary>Nothing follows the ticket yet, the time is to come, and the queue takes such tickets.</summary>
    public static bool MayPlan(World world, TicketRecord ticket, FollowUpWish wish) =>
        ticket.Later is not { FollowUpId.Length: > 0 } && wish.At >= world.Now && Waiting.IsAllowed(world, ContentOf(ticket, wish.Queue));

    /// <summary>The ticket that follows is scheduled, and each of the two names the other.</summary>
    /// <returns>The one that is followed.</returns>
    public static TicketRecord Plan(World world, TicketRecord ticket, FollowUpWish wish)
    {
        var next = Submitting.New(world, ContentOf(ticket, wish.Queue));
        world.Put(next with
        {
            State = TicketState.Scheduled,
            StartsAt = wish.At,
            Later = new TicketLater { FollowUpOf = ticket.Id },
            WantedAgentId = wish.SameAgent ? ticket.AgentId : "",
            WantedCause = wish.SameAgent ? WantedCause.KnownAgent : WantedCause.Unspecified,
        });
        return ticket with { Later = (ticket.Later ?? new TicketLater()) with { FollowUpId = next.Id } };
    }

    /// <summary>A queue wants its tickets followed by itself: those with some dispositions, or all. What follows is not followed so.</summary>
    public static TicketRecord ByPolicy(World world, TicketRecord ticket) =>
        world.Queue(ticket.Content.Queue)!.FollowUp is { } rule
        && ticket.Later is not { FollowUpOf.Length: > 0 }
        && (rule.Dispositions.Count == 0 || rule.Dispositions.Contains(ticket.Disposition))
        && new FollowUpWish(world.Now + (rule.AfterSeconds * 1_000L), rule.Queue, "") is var wish
        && MayPlan(world, ticket, wish)
            ? Plan(world, ticket, wish)
            : ticket;

    /// <summary>The same needs; in another queue what that one asks.</summary>
    private static TicketContent ContentOf(TicketRecord ticket, string queue)
    {
        var content = ticket.Content with { ExternalId = $"follow-up {ticket.Id} {ticket.AssignmentNo}" };
        return queue.Length == 0 || queue == content.Queue ? content : content with { Queue = queue, Skills = [], Classified = null };
    }
}
