namespace Router.Simulator.Chance;

/// <summary>How long something takes, by chance. Of whatever unit it was made with.</summary>
internal abstract class Distribution
{
    /// <summary>Its mean.</summary>
    public abstract double Mean { get; }

    /// <summary>One draw, 0 or more.</summary>
    /// <param name="stream">Where chance comes from.</param>
    public abstract double Draw(RandomStream stream);
}
