using Router.Engine.Properties.Checks;
using Router.Engine.Records;

namespace Router.Engine.Properties.Reference;

/// <summary>What no registered agent could ever serve goes to the policy's queue for that, if somebody could serve it there.</summary>
internal static class Unroutable
{
    /// <summary>Sends the first such ticket on; false when there is none.</summary>
    public static bool SendOne(World world)
    {
        var ticket = world.Queued.FirstOrDefault(t => t.WantedUntil == 0 && !IsServed(world, t) && There(world, t) is { } there && IsServed(world, there));
        if (ticket is null)
        {
            return false;
        }

        Waiting.Enter(world, There(world, ticket)!, ticket.DueAt);
        return true;
    }

    private static bool IsServed(World world, TicketRecord ticket) =>
        world.Agents.Any(a => Rulebook.Serves(world.Policy, a.Profile, ticket, ticket.Steps.Count));

    /// <summary>The ticket in that queue, of which it asks no more than the queue itself does; null where that does not take it.</summary>
    private static TicketRecord? There(World world, TicketRecord ticket) =>
        world.Queue(world.Policy.UnroutableQueue) is { } queue
        && queue.Name != ticket.Content.Queue
        && queue.Channels.Any(c => c.Channel == ticket.Content.Channel)
            ? Waiting.Planned(world, ticket with { Content = Waiting.InQueue(ticket.Content, queue.Name) with { IsWaived = true } })
            : null;
}
