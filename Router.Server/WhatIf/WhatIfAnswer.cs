using Router.Simulator.Counting;

namespace Router.Server.WhatIf;

/// <summary>How it was and how it would have been.</summary>
/// <param name="Recorded">As it was.</param>
/// <param name="Replayed">The same customers and agents, simulated under the policy in force: how true the simulation is.</param>
/// <param name="Changed">Simulated with what is to be tried.</param>
/// <param name="Report">All of them as a page for people.</param>
internal sealed record WhatIfAnswer(RunFigures Recorded, RunFigures Replayed, RunFigures Changed, string Report);
