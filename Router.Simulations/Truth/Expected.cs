namespace Router.Simulations.Truth;

/// <summary>What a figure must be.</summary>
/// <param name="Value">The value.</param>
/// <param name="HalfWidth">Half the width of its interval of 95 %, where it was itself measured; 0 where it is exact.</param>
/// <param name="IsExact">It follows from a formula.</param>
/// <param name="MostErrorPercent">The largest standard error that the figure may have, in hundredths of its value.</param>
internal sealed record Expected(double Value, double HalfWidth, bool IsExact, double MostErrorPercent);
