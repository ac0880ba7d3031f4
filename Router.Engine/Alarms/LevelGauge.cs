using Router.Engine.Events;

namespace Router.Engine.Alarms;

/// <summary>A service level that is watched: what it is comes from statistics, which are not the engine's.</summary>
/// <param name="Key">Which.</param>
/// <param name="Percent">It is too low below this.</param>
/// <param name="Reported">What was last reported as too low, of a hundred; -1 when it is not.</param>
public sealed record LevelGauge(AlarmKey Key, int Percent, int Reported);
