namespace Router.Bench.Live;

/// <summary>What a watcher got.</summary>
/// <param name="FramesPerSecond">Of the one who got fewest.</param>
/// <param name="KilobytesPerSecond">Of all together.</param>
internal sealed record WatchResult(double FramesPerSecond, double KilobytesPerSecond);
