namespace Router.Simulations.Truth;

/// <summary>A call centre of which it is known what must come out.</summary>
internal interface IExample
{
    /// <summary>Its name, with which the names of its figures begin.</summary>
    string Name { get; }

    /// <summary>Simulates it.</summary>
    /// <param name="seed">The seed of chance.</param>
    /// <param name="share">How much of the usual length, above 0; 1 is enough for the precision asked for.</param>
    /// <param name="spoil">What is made wrong on purpose.</param>
    /// <returns>Its figures.</returns>
    IReadOnlyList<Figure> Run(ulong seed, double share, Spoil spoil);
}
