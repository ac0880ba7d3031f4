namespace Router.Simulator.Figures;

/// <summary>Mean and spread of numbers that are added one by one (Welford, 1962).</summary>
internal sealed class Tally
{
    private double _squares;

    /// <summary>How many numbers.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 where there are none.</summary>
    public double Mean { get; private set; }

    /// <summary>Their sum.</summary>
    public double Sum => Mean * Count;

    /// <summary>Their sample variance; 0 for fewer than two.</summary>
    public double Variance => Count < 2 ? 0 : _squares / (Count - 1);

    /// <summary>The standard error of the mean, where the numbers are independent.</summary>
    public double StandardError => Count == 0 ? 0 : Math.Sqrt(Variance / Count);

    /// <summary>Adds one.</summary>
    /// <param name="number">The number.</param>
    public void Add(double number)
    {
        Count++;
        var before = number - Mean;
        Mean += before / Count;
        _squares += before * (number - Mean);
    }
}
