namespace Router.Server.Statistics;

/// <summary>A tally and what it is about.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Tally">The tally.</param>
public sealed record CountedTally(TallyKey Key, Tally Tally);
