using Router.Simulator.Counting;
using Router.Simulator.Play;

namespace Router.Simulator.Recorded;

/// <summary>When an agent was there, as it was.</summary>
/// <param name="Id">The agent.</param>
/// <param name="AtWork">When he took work, in order and apart from each other.</param>
/// <param name="Times">Stretches in which he was there or had work in hand, in order.</param>
public sealed record RecordedAgent(string Id, IReadOnlyList<Shift> AtWork, IReadOnlyList<StaffTime> Times);
