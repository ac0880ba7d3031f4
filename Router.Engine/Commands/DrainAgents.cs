using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor lets agents take nothing new, now or from a time on, or lets them take work again: all of them, or none.</summary>
/// <param name="AgentIds">Which, each once.</param>
/// <param name="At">From when, engine time in ms; 0 is at once.</param>
/// <param name="Stop">They take work again.</param>
/// <param name="By">Who does it.</param>
/// <param name="Why">For the record, or empty.</param>
public sealed record DrainAgents(IReadOnlyList<string> AgentIds, long At, bool Stop, Actor? By, string Why) : Command;
