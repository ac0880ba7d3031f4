using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A published policy reaches the tickets that were open before it.</summary>
internal static class Renewing
{
    public static void Run(World world)
    {
        var reprices = world.Renewal!.Value.Reprices;
        foreach (var ticket in world.Tickets.Where(t => t is { State: TicketState.Scheduled, WaitsForOpening: true }).ToList())
        {
            Admission.Review(world, ticket);
        }

        foreach (var ticket in world.Tickets.Where(t => t.State is TicketState.Queued or TicketState.Offered or TicketState.Assigned).ToList())
        {
            Renew(world, ticket, reprices);
        }

        world.Renewal = null;
    }

    private static void Renew(World world, TicketRecord ticket, bool reprices)
    {
        const int mostTransfers = 3;
        const int mostDeclines = 10;
        var next = Waiting.Planned(world, ticket);
        var planned = ticket.Transfers >= mostTransfers || ticket.Declines >= mostDeclines ? Waiting.Escalated(world, next) : next;
        if (reprices)
        {
            var dueAt = Admission.Target(world, ticket, ticket.EnteredAt) - next.HeadStartMs;
            planned = planned with { DueAt = ticket.Transfers > 0 ? Math.Min(ticket.DueAt, dueAt) : dueAt };
        }
        else
        {
            planned = planned with { HeadStartMs = ticket.HeadStartMs };
        }

        if (planned.Steps.SequenceEqual(ticket.Steps) && planned.DueAt == ticket.DueAt && planned.HeadStartMs == ticket.HeadStartMs)
        {
            return;
        }

        switch (ticket.State)
        {
            case TicketState.Queued:
                Waiting.Back(world, Waiting.WithoutHold(planned));
                break;
            case TicketState.Offered:
                world.Put(planned with { Step = Waiting.StepNow(world, planned) });
                break;
            default:
                world.Put(planned);
                break;
        }
    }
}
