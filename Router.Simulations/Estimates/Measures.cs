namespace Router.Simulations.Estimates;

/// <summary>What was told and what became of it, summed up over tickets that were served and had to wait.</summary>
/// <param name="classes">How many classes there are.</param>
internal sealed class Measures(int classes)
{
    /// <summary>Ranges of tickets ahead: 0, 1, 2–3, 4–7, 8–15, 16–31, 32 and more.</summary>
    private const int BucketCount = 7;

    private double _waits;
    private double _promises;
    private double _squares;
    private double _squaresOfAverage;

    /// <summary>Promises to those who were served.</summary>
    public Share All { get; } = new();

    /// <summary>The same with those broken to customers who gave up after the promised time.</summary>
    public Share WithGivenUp { get; } = new();

    /// <summary>What the engine itself recorded.</summary>
    public Share Recorded { get; } = new();

    /// <summary>By class.</summary>
    public IReadOnlyList<Share> Classes { get; } = [.. Enumerable.Range(0, classes).Select(_ => new Share())];

    /// <summary>By how many were ahead.</summary>
    public IReadOnlyList<Share> Buckets { get; } = [.. Enumerable.Range(0, BucketCount).Select(_ => new Share())];

    /// <summary>The least share kept of a thousand that were served one after another in one run; 1 before the first thousand.</summary>
    public double WorstWindow { get; set; } = 1;

    /// <summary>The mean wait, seconds.</summary>
    public double MeanWait => _waits / All.Count;

    /// <summary>The mean promise by the mean wait.</summary>
    public double PromiseToWait => _promises / _waits;

    /// <summary>Root of the mean squared error of the estimate, by the mean wait.</summary>
    public double Error => Math.Sqrt(_squares / All.Count) / MeanWait;

    /// <summary>The same of the average that Asterisk tells.</summary>
    public double ErrorOfAverage => Math.Sqrt(_squaresOfAverage / All.Count) / MeanWait;

    /// <summary>A ticket that had to wait was served.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="told">What it was told.</param>
    /// <param name="wait">Its wait, seconds.</param>
    public void Add(int kind, Told told, double wait)
    {
        var isKept = wait <= told.Promise;
        All.Add(isKept);
        WithGivenUp.Add(isKept);
        Classes[kind].Add(isKept);
        Buckets[BucketOf(told.Ahead)].Add(isKept);
        _waits += wait;
        _promises += told.Promise;
        _squares += Math.Pow(told.Estimate - wait, 2);
        _squaresOfAverage += Math.Pow(told.Average - wait, 2);
    }

    /// <summary>The measures of another run as well.</summary>
    /// <param name="other">The other.</param>
    public void Add(Measures other)
    {
        All.Add(other.All);
        WithGivenUp.Add(other.WithGivenUp);
        Recorded.Add(other.Recorded);
        AddEach(Classes, other.Classes);
        AddEach(Buckets, other.Buckets);
        WorstWindow = Math.Min(WorstWindow, other.WorstWindow);
        _waits += other._waits;
        _promises += other._promises;
        _squares += other._squares;
        _squaresOfAverage += other._squaresOfAverage;
    }

    private static void AddEach(IReadOnlyList<Share> to, IReadOnlyList<Share> from)
    {
        foreach (var (mine, others) in to.Zip(from))
        {
            mine.Add(others);
        }
    }

    private static int BucketOf(int ahead) => ahead == 0 ? 0 : Math.Min(BucketCount - 1, (int)Math.Log2(ahead) + 1);
}
