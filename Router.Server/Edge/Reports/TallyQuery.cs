using Router.Server.Edge.Calls;
using Router.Server.Statistics;

namespace Router.Server.Edge.Reports;

/// <summary>Reads tallies of some time: those saved, and on top of them what the workspace's loop has in memory. A piece at a time, so that nothing large is held.</summary>
/// <param name="call">The call.</param>
internal sealed class TallyQuery(Call call)
{
    // A day of intervals.
    private const int SpansPerPiece = 96;

    /// <summary>Reads some spans.</summary>
    /// <param name="span">How long they are.</param>
    /// <param name="starts">When they begin, engine time in ms, in order.</param>
    /// <param name="take">Takes each tally.</param>
    /// <exception cref="Store.StoreUnavailableException">The store does not answer.</exception>
    public async Task ReadAsync(TallySpan span, IEnumerable<long> starts, Action<CountedTally> take)
    {
        foreach (var piece in starts.Chunk(SpansPerPiece))
        {
            var saved = await call.Workspace.Store.Statistics.ReadAsync(span, piece, call.Gone);
            var wanted = piece.ToHashSet();

            // After the saved ones: what was folded meanwhile is in memory as a whole.
            var known = await call.Workspace.QueryStatisticsAsync(
                (engine, book) => book.Read(key => key.Span == span && wanted.Contains(key.Start), engine.Now, span == TallySpan.AgentHour),
                call.Patience,
                call.Gone);
            foreach (var tally in known.With(saved))
            {
                take(tally);
            }
        }
    }
}
