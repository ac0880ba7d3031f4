namespace Router.Server.Statistics;

/// <summary>What of some tallies is in memory: together with what is saved it is all of them.</summary>
/// <param name="Whole">These take the place of the saved ones.</param>
/// <param name="More">These are to be added.</param>
public sealed record TallyExcerpt(IReadOnlyDictionary<TallyKey, Tally> Whole, IReadOnlyList<CountedTally> More)
{
    /// <summary>All of it.</summary>
    /// <param name="saved">What was read from the store before this was taken.</param>
    public IEnumerable<CountedTally> With(IEnumerable<CountedTally> saved) => saved
        .Where(s => !Whole.ContainsKey(s.Key))
        .Concat(Whole.Select(w => new CountedTally(w.Key, w.Value)))
        .Concat(More);
}
