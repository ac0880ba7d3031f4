using Router.Engine.Queries;
using Router.Server.Statistics;

namespace Router.Server.Live;

/// <summary>What is read of a queue.</summary>
/// <param name="Queue">As the engine has it.</param>
/// <param name="Counts">What was counted of it; null when nothing was.</param>
internal readonly record struct QueueRead(LiveQueue Queue, RollingCounts? Counts);
