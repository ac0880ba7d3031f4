using Router.Simulator.Figures;

namespace Router.Simulations.Truth;

/// <summary>A figure with its name, under which the reference knows it too.</summary>
/// <param name="Name">The name.</param>
/// <param name="Measured">What was measured.</param>
internal readonly record struct Figure(string Name, Measured Measured);
