using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Check;

/// <summary>Finds what no event tells: numbers left out, and what was acknowledged or is so without an event of it, in its order.</summary>
internal static class MissingEvents
{
    /// <summary>Finds it.</summary>
    /// <param name="evidence">What is known.</param>
    public static IEnumerable<Finding> In(Evidence evidence)
    {
        var trails = EventTrail.ByTicket(evidence.Events);
        return Gaps(evidence.Events)
            .Concat(evidence.Sights.SelectMany(sight => Untold(sight, trails.GetValueOrDefault(sight.Ticket, EventTrail.Empty))))
            .Concat(evidence.Tickets.Values.OfType<Ticket>().SelectMany(ticket => Untold(ticket, trails.GetValueOrDefault(ticket.Id, EventTrail.Empty))))
            .Concat(trails.Values.SelectMany(OutOfOrder))
            .Distinct();
    }

    private static IEnumerable<Finding> Gaps(IReadOnlyList<Event> events)
    {
        long last = 0;
        foreach (var happened in events)
        {
            var number = happened.Position.Number;
            if (number <= last)
            {
                yield return new Finding("", $"event {number} came after event {last}");
            }

            for (var missing = last + 1; missing < number; missing++)
            {
                yield return new Finding("", $"there is no event {missing}");
            }

            last = Math.Max(last, number);
        }
    }

    private static IEnumerable<Finding> Untold(Sight sight, EventTrail trail)
    {
        var isTold = sight switch
        {
            { Saw: SightKind.Submitted } => trail.Entered || trail.Scheduled,
            { Saw: SightKind.Accepted, AssignmentNo: { } number } => trail.Assigned.ContainsKey(number),
            { State: { } state } => trail.Tells(state),
            _ => true,
        };
        if (!isTold)
        {
            yield return new Finding(sight.Ticket, $"no event tells that it was {sight.Saw}{(sight.State is { } state ? $" and {state}" : "")}");
        }

        if (sight is { Saw: SightKind.Accepted, AssignmentNo: { } no } && trail.Assigned.TryGetValue(no, out var agent) && agent != sight.Agent)
        {
            yield return new Finding(sight.Ticket, $"assignment {no} was acknowledged to {sight.Agent}, and its event names {agent}");
        }
    }

    private static IEnumerable<Finding> Untold(Ticket ticket, EventTrail trail)
    {
        if (!trail.Tells(ticket.State))
        {
            yield return new Finding(ticket.Id, $"no event tells that it was {ticket.State}");
        }

        for (var number = 1; number <= ticket.LastOfferNo; number++)
        {
            if (!trail.Offered.Contains(number))
            {
                yield return new Finding(ticket.Id, $"no event tells of its offer {number}");
            }
            else if (!trail.OfferOver.Contains(number) && !ticket.Offers.Any(open => open.OfferNo == number))
            {
                yield return new Finding(ticket.Id, $"no event tells what became of its offer {number}");
            }
        }

        for (var number = 1; number <= ticket.LastAssignmentNo; number++)
        {
            if (!trail.Assigned.ContainsKey(number))
            {
                yield return new Finding(ticket.Id, $"no event tells of its assignment {number}");
            }
            else if (number < ticket.LastAssignmentNo && !trail.AssignmentOver.Contains(number))
            {
                yield return new Finding(ticket.Id, $"no event tells how its assignment {number} ended");
            }
        }
    }

    private static IEnumerable<Finding> OutOfOrder(EventTrail trail) => trail.Disorder.Select(what => new Finding(trail.Ticket, what));
}
