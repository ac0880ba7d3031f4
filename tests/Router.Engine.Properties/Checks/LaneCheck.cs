using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>Every waiting ticket stands at one place, and the live rows add up.</summary>
internal static class LaneCheck
{
    public static void Run(Snapshot now)
    {
        var engine = now.Moment.Engine;
        foreach (var group in now.Tickets.Where(IsWaiting).GroupBy(t => (t.Content.Queue, t.Content.Channel)))
        {
            foreach (var ticket in group)
            {
                var place = engine.Place(ticket.Id)!;
                var position = group.Count(t => Rulebook.IsBefore(t, ticket)) + 1;
                Broken.If(place.Position != position, $"{ticket.Id} is at position {position}, told {place.Position}.");
                var waited = now.Now - ticket.EnteredAt;
                Broken.If(
                    place.Estimate.Trust != Trust.Unknown && Math.Min(place.Estimate.PromiseSeconds, place.Estimate.MedianSeconds) * 1_000L < waited,
                    $"{ticket.Id} has waited {waited} ms, told {place.Estimate}.");
            }
        }

        Broken.If(now.Tickets.Any(t => !IsWaiting(t) && !t.WaitsForOpening && engine.Place(t.Id) is not null), "A ticket that does not wait has a place.");
        foreach (var ticket in now.Queued)
        {
            Broken.If(
                ticket.IsExpedited != (ticket.WantedUntil == 0 && ticket.Steps[ticket.Step].IsExpedited), $"{ticket.Id} is expedited: {ticket.IsExpedited}.");
        }

        Rows(now);
    }

    private static void Rows(Snapshot now)
    {
        var rows = now.Moment.Engine.LiveRows();
        var counted = now.Tickets.ToLookup(t => (t.Content.Queue, t.Content.Channel, t.Content.FirstLanguage));
        foreach (var row in rows)
        {
            var tickets = counted[(row.Queue, row.Channel, row.Language)].ToList();
            var told = (row.Waiting, row.Offered, row.Assigned, row.WrappingUp);
            var count = (
                tickets.Count(t => t.State == TicketState.Queued),
                tickets.Count(t => t.State == TicketState.Offered),
                tickets.Count(t => t.State == TicketState.Assigned),
                tickets.Count(t => t.State == TicketState.WrappingUp));
            Broken.If(told != count, $"The row {row.Queue} {row.Channel} {row.Language} says {told}, counted {count}.");
        }

        var keys = rows.Select(r => (r.Queue, r.Channel, r.Language)).ToHashSet();
        Broken.If(counted.Any(g => !keys.Contains(g.Key)) || keys.Count != rows.Count, "A row is missing or twice there.");
    }

    private static bool IsWaiting(Records.TicketRecord ticket) => ticket.State is TicketState.Queued or TicketState.Offered;
}
