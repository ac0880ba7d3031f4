using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Check;

/// <summary>Finds tickets that two agents had at once: two accepts acknowledged, or two assignments told, and nothing between that took the
/// ticket from the first.</summary>
internal static class DoubleOwners
{
    /// <summary>Finds them.</summary>
    /// <param name="evidence">What is known.</param>
    public static IEnumerable<Finding> In(Evidence evidence) => BySight(evidence).Concat(ByEvents(evidence));

    private static IEnumerable<Finding> BySight(Evidence evidence)
    {
        var released = evidence.Events.Select(Release.Of).OfType<Release>().ToHashSet();
        var accepted = evidence.Sights.Where(sight => sight.Saw == SightKind.Accepted).GroupBy(sight => sight.Ticket);
        foreach (var ticket in accepted)
        {
            // An accept repeated after a break is acknowledged again: the same agent, the same assignment.
            var owners = ticket.Select(sight => (sight.AssignmentNo, sight.Agent)).Distinct().Order().ToList();
            foreach (var (first, second) in owners.Zip(owners.Skip(1)))
            {
                if (first.AssignmentNo == second.AssignmentNo)
                {
                    yield return new Finding(ticket.Key, $"assignment {first.AssignmentNo} was acknowledged to {first.Agent} and to {second.Agent}");
                }
                else if (!released.Contains(new Release(ticket.Key, first.AssignmentNo ?? 0)))
                {
                    yield return new Finding(ticket.Key, $"was acknowledged to {second.Agent} while {first.Agent} had it");
                }
            }
        }
    }

    private static IEnumerable<Finding> ByEvents(Evidence evidence)
    {
        var owners = new Dictionary<string, TicketAssigned>(StringComparer.Ordinal);
        foreach (var happened in evidence.Events)
        {
            if (Release.Of(happened) is { } release)
            {
                owners.Remove(release.Ticket);
            }
            else if (happened.TicketAssigned is { } assigned && !owners.TryAdd(assigned.TicketId, assigned))
            {
                yield return new Finding(assigned.TicketId, $"was assigned to {assigned.AgentId} while {owners[assigned.TicketId].AgentId} had it");
                owners[assigned.TicketId] = assigned;
            }
        }
    }

    private sealed record Release(string Ticket, int AssignmentNo)
    {
        public static Release? Of(Event happened) => happened.FactCase switch
        {
            Event.FactOneofCase.TicketRequeued => new Release(happened.TicketRequeued.TicketId, happened.TicketRequeued.AssignmentNo),
            Event.FactOneofCase.TicketCompleted => new Release(happened.TicketCompleted.TicketId, happened.TicketCompleted.AssignmentNo),
            Event.FactOneofCase.TicketParked => new Release(happened.TicketParked.TicketId, happened.TicketParked.AssignmentNo),
            Event.FactOneofCase.TicketTransferred => new Release(happened.TicketTransferred.TicketId, happened.TicketTransferred.AssignmentNo),
            _ => null,
        };
    }
}
