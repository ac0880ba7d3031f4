namespace Router.Simulator.Counting;

/// <summary>What became of the tickets of one queue.</summary>
public sealed class QueueFigures
{
    private readonly List<long> _waits = [];
    private bool _isSorted;

    /// <summary>Makes it.</summary>
    /// <param name="intervals">How many intervals there are.</param>
    internal QueueFigures(int intervals) => Intervals = [.. Enumerable.Range(0, intervals).Select(_ => new IntervalFigures())];

    /// <summary>One after the other from the beginning.</summary>
    public IReadOnlyList<IntervalFigures> Intervals { get; }

    /// <summary>All of them together.</summary>
    public IntervalFigures Sum => IntervalFigures.Sum(Intervals);

    /// <summary>Notes how long one waited that was answered.</summary>
    /// <param name="ms">How long, ms.</param>
    internal void Waited(long ms)
    {
        _waits.Add(ms);
        _isSorted = false;
    }

    /// <summary>Adds the same queue of another run.</summary>
    /// <param name="other">The other.</param>
    internal void Add(QueueFigures other)
    {
        for (var i = 0; i < Intervals.Count; i++)
        {
            Intervals[i].Add(other.Intervals[i]);
        }

        _waits.AddRange(other._waits);
        _isSorted = false;
    }

    /// <summary>A wait that so many of a hundred of those answered did not pass, s; null where none was answered.</summary>
    /// <param name="percent">How many of a hundred, 0 to 100.</param>
    public double? WaitPercentileSeconds(double percent)
    {
        if (_waits.Count == 0)
        {
            return null;
        }

        if (!_isSorted)
        {
            _waits.Sort();
            _isSorted = true;
        }

        return _waits[Math.Clamp((int)Math.Ceiling(percent / 100 * _waits.Count) - 1, 0, _waits.Count - 1)] / 1_000.0;
    }
}
