using Router.CallLog;

namespace Router.Cli.CallLog;

/// <summary>Finds what is odd in the rows of a log.</summary>
internal sealed class OddRows
{
    /// <summary>Most seconds between the end of the queue and the start of service that rounding explains.</summary>
    public const int RoundingSeconds = 2;

    private readonly HashSet<int> _overlapping = [];
    private readonly HashSet<int> _repeated = [];

    /// <summary>Looks at a whole log, since some oddities lie between rows.</summary>
    /// <param name="rows">All rows of the log.</param>
    public OddRows(IReadOnlyList<CallRow> rows)
    {
        var calls = new HashSet<string>(StringComparer.Ordinal);
        _repeated.UnionWith(rows.Where(row => !calls.Add(row.CallId)).Select(row => row.FileLine));
        foreach (var served in rows.Where(row => row.HasServer).GroupBy(row => row.Server))
        {
            var end = DateTimeOffset.MinValue;
            foreach (var row in served.OrderBy(row => row.ServiceBegan))
            {
                if (row.ServiceBegan < end)
                {
                    _overlapping.Add(row.FileLine);
                }

                end = row.ServiceBegan.AddSeconds(row.ServiceSeconds);
            }
        }
    }

    /// <summary>What is odd in one row.</summary>
    /// <param name="row">A row of the log.</param>
    public IEnumerable<OddKind> KindsOf(CallRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return All(row).Where(odd => odd.Holds).Select(odd => odd.Kind);
    }

    private IEnumerable<(OddKind Kind, bool Holds)> All(CallRow row)
    {
        var isServed = row.Outcome == Outcome.Agent;
        var menuEnd = row.MenuEntry.AddSeconds(row.MenuSeconds);
        var apart = isServed && row is { QueueStart: not null, ServiceStart: { } start }
            ? (start - row.QueueStart.Value.AddSeconds(row.QueueSeconds)).TotalSeconds
            : 0;
        yield return (OddKind.NeverQueued, row is { Outcome: Outcome.Hang, QueueSeconds: 0 });
        yield return (OddKind.Phantom, row.Outcome == Outcome.Phantom);
        yield return (OddKind.ServerUnknown, isServed && row.Server is null);
        yield return (OddKind.ServiceStartMissing, isServed && row.ServiceStart is null);
        yield return (OddKind.ServiceTimeZero, isServed && row.ServiceSeconds == 0);
        yield return (OddKind.HungUpButServed, row.Outcome == Outcome.Hang && (row.Server is not null || row.ServiceSeconds > 0));
        yield return (OddKind.QueueBeforeMenu, row.QueueStart < row.MenuEntry);
        yield return (OddKind.QueueAfterMenu, row.QueueStart > menuEnd && row.QueueStart >= row.MenuEntry);
        yield return (OddKind.ClockRounding, apart is < 0 and >= -RoundingSeconds);
        yield return (OddKind.ServiceStartElsewhere, Math.Abs(apart) > RoundingSeconds);
        yield return (OddKind.ServicesOverlap, _overlapping.Contains(row.FileLine));
        yield return (OddKind.CallIdRepeated, _repeated.Contains(row.FileLine));
        yield return (OddKind.CustomerUnknown, row.CustomerId == "0");
    }
}
