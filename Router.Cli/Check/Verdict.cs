using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Check;

/// <summary>Judges evidence.</summary>
/// <param name="Tally">The figures.</param>
/// <param name="Findings">What they stand for, for people.</param>
internal sealed record Verdict(Tally Tally, IReadOnlyList<string> Findings)
{
    /// <summary>Judges.</summary>
    /// <param name="evidence">What is known.</param>
    public static Verdict On(Evidence evidence)
    {
        var lost = LostTickets.In(evidence).ToList();
        var twice = DoubleOwners.In(evidence).ToList();
        var missing = MissingEvents.In(evidence).ToList();
        var waits = Waits.In(evidence);
        var states = evidence.Tickets.Values.OfType<Ticket>().CountBy(ticket => ticket.State).ToDictionary();
        var tally = new Tally
        {
            Submitted = evidence.Tickets.Count,
            Completed = states.GetValueOrDefault(TicketState.Completed),
            Abandoned = states.GetValueOrDefault(TicketState.Abandoned),
            Lost = lost.DistinctBy(finding => finding.Ticket).Count(),
            OwnedTwice = twice.DistinctBy(finding => finding.Ticket).Count(),
            EventsMissing = missing.Count,
            WaitP50 = Waits.Quantile(waits, 0.5),
            WaitP90 = Waits.Quantile(waits, 0.9),
        };
        return new Verdict(tally, [.. Texts("lost", lost), .. Texts("owned twice", twice), .. Texts("event missing", missing)]);
    }

    /// <summary>How the submits differ from what had to be submitted, in words.</summary>
    /// <param name="sights">What clients saw.</param>
    /// <param name="expected">The external ids that had to be submitted.</param>
    public static IEnumerable<string> Unsubmitted(IReadOnlyList<Sight> sights, IReadOnlySet<string> expected)
    {
        var submitted = sights.Select(sight => sight.ExternalId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return expected.Except(submitted).Select(id => $"not submitted: {id}").Concat(submitted.Except(expected).Select(id => $"not in the log: {id}"));
    }

    private static IEnumerable<string> Texts(string kind, IEnumerable<Finding> findings) =>
        findings.Select(finding => finding.Ticket.Length == 0 ? $"{kind}: {finding.What}" : $"{kind}: ticket {finding.Ticket} {finding.What}");
}
