using Router.V1;

namespace Router.Cli.Check;

/// <summary>How long customers waited, by the events.</summary>
internal static class Waits
{
    /// <summary>The waits of tickets that were served or abandoned, in seconds of the server's time, in ascending order.</summary>
    /// <param name="evidence">What is known.</param>
    public static IReadOnlyList<double> In(Evidence evidence) =>
    [
        .. evidence.Events
            .Select(WaitOf)
            .Where(wait => wait.Ticket is not null && evidence.Tickets.ContainsKey(wait.Ticket))
            .Select(wait => wait.Seconds)
            .Order(),
    ];

    /// <summary>The wait that a share of all stayed within (nearest rank), rounded to tenths; null when there is none.</summary>
    /// <param name="waits">In ascending order.</param>
    /// <param name="share">Over 0, up to 1.</param>
    public static double? Quantile(IReadOnlyList<double> waits, double share) =>
        waits.Count == 0 ? null : Math.Round(waits[(int)Math.Ceiling(waits.Count * share) - 1], 1);

    private static (string? Ticket, double Seconds) WaitOf(Event happened) => happened.FactCase switch
    {
        Event.FactOneofCase.TicketAssigned when happened.TicketAssigned.First =>
            (happened.TicketAssigned.TicketId, happened.TicketAssigned.Waited.ToTimeSpan().TotalSeconds),
        Event.FactOneofCase.TicketAbandoned =>
            (happened.TicketAbandoned.TicketId, happened.TicketAbandoned.Waited.ToTimeSpan().TotalSeconds),
        _ => (null, 0),
    };
}
