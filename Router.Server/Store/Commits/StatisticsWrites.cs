using Router.Server.Statistics;
using Router.Server.Store.Codecs;

namespace Router.Server.Store.Commits;

/// <summary>The writes that statistics cause: one field for all that a batch counts, and now and then the tallies as they are in place of these.</summary>
internal static class StatisticsWrites
{
    public static void Write(WriteList writes, WorkspaceKeys keys, BatchContents contents)
    {
        if (contents.Statistics is not { } statistics)
        {
            return;
        }

        if (statistics.Folded is { } folded)
        {
            Fold(writes, keys, folded);
        }

        if (statistics.Counted.Count > 0)
        {
            writes.Begin("HSET", keys.Counted);
            writes.Next().Digits(contents.Sequence);
            writes.Next().Message(statistics.Counted, TallyCodec.Write);
            writes.End();
        }
    }

    private static void Fold(WriteList writes, WorkspaceKeys keys, IReadOnlyList<CountedTally> folded)
    {
        foreach (var span in folded.GroupBy(f => (f.Key.Span, f.Key.Start)))
        {
            var key = keys.Statistics(span.Key.Span, span.Key.Start);
            writes.Begin("HSET", key);
            foreach (var tally in span)
            {
                writes.Next().Text(TallyCodec.FieldOf(tally.Key));
                writes.Next().Message(tally, TallyCodec.WriteOne);
            }

            writes.End();
            writes.Expire(key, span.Key.Span == TallySpan.Minute ? Lifetimes.Minutes : Lifetimes.Statistics);
        }

        writes.Begin("DEL", keys.Counted);
        writes.End();
    }
}
