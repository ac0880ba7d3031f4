using Router.Engine.Records;

namespace Router.Engine.Properties.Checks;

/// <summary>What no registered agent can ever take is flagged, by ticket or, where nobody is registered at all, by queue; and nothing else is.</summary>
internal static class RoutabilityCheck
{
    public static void Run(Snapshot now)
    {
        if (!now.IsSettled)
        {
            return;
        }

        var alarmed = now.Moment.Changes.Meta.QueuesWithoutAgents;
        foreach (var queue in alarmed)
        {
            Broken.If(HasAgents(now, queue), $"Queue {queue} is said to have no agents.");
        }

        foreach (var ticket in now.Queued)
        {
            var routable = ticket.WantedUntil > 0 || now.Agents.Any(a => Rulebook.Serves(now.Policy, a.Profile, ticket, ticket.Steps.Count));
            Broken.If(!routable && HasFallback(now, ticket), $"{ticket.Id} is unroutable and could be served in queue {now.Policy.UnroutableQueue}.");
            var queue = ticket.Steps[0].Requirement.Queue;
            Broken.If(routable && ticket.Unroutable, $"{ticket.Id} is flagged as unroutable and is not.");
            Broken.If(!routable && !ticket.Unroutable && !alarmed.Contains(queue), $"{ticket.Id} is unroutable and nothing says so.");
        }
    }

    /// <summary>Somebody has what the queue for such tickets asks of all its own.</summary>
    private static bool HasFallback(Snapshot now, TicketRecord ticket)
    {
        var queue = now.Policy.Queues.FirstOrDefault(q => q.Name == now.Policy.UnroutableQueue);
        if (queue?.Channel(ticket.Content.Channel) is null || ticket.Content.Queue == queue.Name)
        {
            return false;
        }

        var asked = ticket with { Steps = [new(0, new(queue.Name, queue.Languages, queue.Skills))] };
        return now.Agents.Any(a => Rulebook.Serves(now.Policy, a.Profile, asked, 1));
    }

    private static bool HasAgents(Snapshot now, string queue) =>
        now.Agents.Any(a => a.Profile.Queues.Count == 0 || a.Profile.Queues.Contains(queue));
}
