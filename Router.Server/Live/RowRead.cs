using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Server.Statistics;

namespace Router.Server.Live;

/// <summary>What is read of a queue, channel and language.</summary>
/// <param name="Row">As the engine has it.</param>
/// <param name="Rule">How the queue treats the channel; null when it does not take it.</param>
/// <param name="Counts">What was counted of it; null when nothing was.</param>
internal readonly record struct RowRead(LiveRow Row, QueueChannel? Rule, RollingCounts? Counts);
