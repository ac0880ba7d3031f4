using Router.V1;

namespace Router.Cli.Check;

/// <summary>Finds tickets that the server does not know although it acknowledged them, or that are otherwise than it acknowledged.</summary>
internal static class LostTickets
{
    /// <summary>Finds them.</summary>
    /// <param name="evidence">What is known.</param>
    public static IEnumerable<Finding> In(Evidence evidence)
    {
        foreach (var (id, ticket) in evidence.Tickets)
        {
            if (ticket is null)
            {
                yield return new Finding(id, "was acknowledged, and the server does not know it");
            }
        }

        foreach (var sight in evidence.Sights)
        {
            if (sight.State is { } told && evidence.Tickets.GetValueOrDefault(sight.Ticket) is { } ticket && !CanBecome(told, ticket.State))
            {
                yield return new Finding(sight.Ticket, $"was {told} by an acknowledged {sight.Saw}, and is {ticket.State}");
            }
        }
    }

    // What was final is final; wrap-up ends in completed; one accepted may be anything but never accepted: its events tell that.
    private static bool CanBecome(TicketState told, TicketState now) => told switch
    {
        TicketState.Completed or TicketState.Abandoned or TicketState.Cancelled or TicketState.Expired => now == told,
        TicketState.WrappingUp => now is TicketState.WrappingUp or TicketState.Completed,
        _ => true,
    };
}
