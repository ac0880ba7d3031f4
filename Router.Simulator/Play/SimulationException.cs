namespace Router.Simulator.Play;

/// <summary>What was asked to be simulated cannot be: the engine refuses it.</summary>
/// <param name="message">What was refused, and why.</param>
public sealed class SimulationException(string message) : Exception(message);
