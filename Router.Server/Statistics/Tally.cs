namespace Router.Server.Statistics;

/// <summary>
/// Counts, sums and histograms of one key, held as those that are not 0. Tallies of whatever keys and times can be added up. Not for use by two
/// threads at once while it changes.
/// </summary>
public sealed class Tally
{
    private const int FirstBucket = 1_024;
    private const int BucketsPerMeasure = 256;
    private const int FirstSum = (int)Figure.SpeedOfAnswerMs;

    private ushort[] _numbers = new ushort[8];
    private long[] _amounts = new long[8];

    /// <summary>How many of its entries are not 0.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>One of its figures.</summary>
    /// <param name="figure">Which.</param>
    public long this[Figure figure] => Of((ushort)figure);

    /// <summary>Counts one more.</summary>
    /// <param name="figure">Of what.</param>
    public void Add(Figure figure) => Add(figure, 1);

    /// <summary>Adds to a figure.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="amount">How much; of <see cref="Figure.LongestStretchMs"/> the larger one counts.</param>
    public void Add(Figure figure, long amount) => Add((ushort)figure, amount);

    /// <summary>Adds a time to its sum and its histogram.</summary>
    /// <param name="measure">Of what.</param>
    /// <param name="ms">The time, ms.</param>
    public void Add(Measure measure, long ms)
    {
        ms = Math.Max(0, ms);
        Add((ushort)(FirstSum + (int)measure), ms);
        Add((ushort)(FirstBucket + ((int)measure * BucketsPerMeasure) + Buckets.Of(ms)), 1);
    }

    /// <summary>Adds all of another one.</summary>
    /// <param name="other">The other, which stays as it is.</param>
    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < other.Count; i++)
        {
            Add(other._numbers[i], other._amounts[i]);
        }
    }

    /// <summary>The sum of a measure, ms.</summary>
    /// <param name="measure">Which.</param>
    public long SumOf(Measure measure) => Of((ushort)(FirstSum + (int)measure));

    /// <summary>How many times of a measure were added.</summary>
    /// <param name="measure">Which.</param>
    public long TimesOf(Measure measure)
    {
        var sum = 0L;
        var first = FirstBucket + ((int)measure * BucketsPerMeasure);
        var at = Place((ushort)first);
        for (at = at < 0 ? ~at : at; at < Count && _numbers[at] < first + BucketsPerMeasure; at++)
        {
            sum += _amounts[at];
        }

        return sum;
    }

    /// <summary>The buckets of a measure that are not empty, in order, with how many times fell into each.</summary>
    /// <param name="measure">Which.</param>
    public IEnumerable<(int Bucket, long Times)> HistogramOf(Measure measure)
    {
        var first = FirstBucket + ((int)measure * BucketsPerMeasure);
        var at = Place((ushort)first);
        for (at = at < 0 ? ~at : at; at < Count && _numbers[at] < first + BucketsPerMeasure; at++)
        {
            yield return (_numbers[at] - first, _amounts[at]);
        }
    }

    /// <summary>An entry as it is saved, by its place, 0 to <see cref="Count"/> - 1, in the order of the numbers.</summary>
    /// <param name="place">Its place.</param>
    public (ushort Number, long Amount) Entry(int place) => (_numbers[place], _amounts[place]);

    /// <summary>Adds an entry as it is saved.</summary>
    /// <param name="number">A <see cref="Figure"/> or a bucket of a measure.</param>
    /// <param name="amount">How much.</param>
    public void Add(ushort number, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        var at = Place(number);
        if (at >= 0)
        {
            _amounts[at] = number == (ushort)Figure.LongestStretchMs ? Math.Max(_amounts[at], amount) : _amounts[at] + amount;
            return;
        }

        Insert(~at, number, amount);
    }

    private long Of(ushort number) => Place(number) is >= 0 and var at ? _amounts[at] : 0;

    private int Place(ushort number) => Array.BinarySearch(_numbers, 0, Count, number);

    private void Insert(int at, ushort number, long amount)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, Count * 2);
            Array.Resize(ref _amounts, Count * 2);
        }

        Array.Copy(_numbers, at, _numbers, at + 1, Count - at);
        Array.Copy(_amounts, at, _amounts, at + 1, Count - at);
        _numbers[at] = number;
        _amounts[at] = amount;
        Count++;
    }
}
