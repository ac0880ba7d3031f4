namespace Router.Simulations.Estimates;

/// <summary>Promises, and how many of them were kept.</summary>
internal sealed class Share
{
    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Of those, kept.</summary>
    public long Kept { get; private set; }

    /// <summary>The share kept, 0 to 1; not a number when there was none.</summary>
    public double Value => (double)Kept / Count;

    /// <summary>One more.</summary>
    /// <param name="isKept">Whether it was kept.</param>
    public void Add(bool isKept)
    {
        Count++;
        Kept += isKept ? 1 : 0;
    }

    /// <summary>Those of another run as well.</summary>
    /// <param name="other">The other.</param>
    public void Add(Share other)
    {
        Count += other.Count;
        Kept += other.Kept;
    }
}
