using System.Diagnostics.Metrics;
using Router.Server.Statistics;

namespace Router.Server.Metrics;

/// <summary>What was counted of a workspace's tickets since the server started, by queue and channel. Safe for use by many threads.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="figures">What is counted.</param>
internal sealed class FigureCounts(string workspace, IReadOnlyList<Figure> figures)
{
    private readonly Lock _counting = new();
    private readonly Dictionary<(string Queue, string Channel), long[]> _byQueue = [];

    /// <summary>Adds what a batch has counted.</summary>
    /// <param name="counted">The batch's tallies.</param>
    public void Add(IReadOnlyList<CountedTally> counted)
    {
        lock (_counting)
        {
            foreach (var (key, tally) in counted)
            {
                if (key.Span != TallySpan.AgentHour)
                {
                    Add(key, tally);
                }
            }
        }
    }

    /// <summary>The amounts of one figure that are not 0.</summary>
    /// <param name="figure">Its place among the figures.</param>
    /// <param name="unit">How much of the figure is one.</param>
    public IReadOnlyList<Measurement<double>> Read(int figure, double unit)
    {
        lock (_counting)
        {
            return [.. _byQueue.Where(q => q.Value[figure] != 0).Select(q => new Measurement<double>(
                q.Value[figure] / unit, new("workspace", workspace), new("queue", q.Key.Queue), new("channel", q.Key.Channel)))];
        }
    }

    private void Add(TallyKey key, Tally tally)
    {
        if (!_byQueue.TryGetValue((key.Name, key.Channel), out var amounts))
        {
            amounts = new long[figures.Count];
            _byQueue.Add((key.Name, key.Channel), amounts);
        }

        for (var i = 0; i < figures.Count; i++)
        {
            amounts[i] += tally[figures[i]];
        }
    }
}
