namespace Router.Simulations.Bank;

/// <summary>
/// How long callers are willing to wait, where of those served it is only known that they would have waited longer: the product-limit estimate (Kaplan and
/// Meier, 1958). The longest wait counts as one that was given up (Efron, 1967): the log cannot tell who would have waited longer still.
/// </summary>
internal sealed class PatienceCurve
{
    private readonly List<(long Ms, double Share)> _left = [];

    /// <summary>Makes it.</summary>
    /// <param name="waits">How long each waited, ms, and whether he hung up then; he was served otherwise.</param>
    public PatienceCurve(IReadOnlyCollection<(long Ms, bool HungUp)> waits)
    {
        var waiting = waits.Count;
        var share = 1.0;
        foreach (var moment in waits.GroupBy(w => w.Ms).OrderBy(g => g.Key))
        {
            var hungUp = moment.Count(w => w.HungUp);
            var isLast = moment.Count() == waiting;
            if (hungUp > 0 || isLast)
            {
                share *= isLast ? 0 : 1 - ((double)hungUp / waiting);
                _left.Add((moment.Key, share));
            }

            waiting -= moment.Count();
        }
    }

    /// <summary>The share of callers who wait longer.</summary>
    /// <param name="ms">Than this, ms.</param>
    public double ShareBeyond(long ms)
    {
        var share = 1.0;
        foreach (var step in _left)
        {
            if (step.Ms > ms)
            {
                break;
            }

            share = step.Share;
        }

        return share;
    }

    /// <summary>The patience of one of whom it is known that it is longer than a wait.</summary>
    /// <param name="waitedMs">The wait, ms.</param>
    /// <param name="chance">Between 0 and 1.</param>
    /// <returns>It, ms: just beyond the wait where the log shows nobody who waited longer.</returns>
    public long Draw(long waitedMs, double chance)
    {
        var left = chance * ShareBeyond(waitedMs);
        foreach (var step in _left)
        {
            if (step.Ms > waitedMs && step.Share <= left)
            {
                return step.Ms;
            }
        }

        return waitedMs + 1;
    }
}
