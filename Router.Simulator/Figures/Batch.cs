namespace Router.Simulator.Figures;

/// <summary>One of many alike parts of a run, long enough to be independent of the others.</summary>
/// <param name="Over">A sum, such as seconds waited.</param>
/// <param name="Under">What it is divided by, such as calls.</param>
/// <param name="Controls">How far chance itself was from its mean in this batch, such as calls that came less calls expected: each of mean 0 by
/// construction, and as many in each batch.</param>
internal readonly record struct Batch(double Over, double Under, params double[] Controls);
