namespace Router.Engine.State;

/// <summary>Where to begin in an order of idle agents: nobody before it fits. Kept by the lane, and true only while <see cref="SearchMarks{TKey}"/> says so.</summary>
/// <param name="Key">The place of the first who fits.</param>
/// <param name="Round">Since when that is so; 0 is never.</param>
internal readonly record struct SearchMark<TKey>(TKey Key, long Round);
