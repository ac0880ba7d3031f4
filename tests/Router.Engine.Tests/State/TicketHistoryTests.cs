using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Tests.State;

/// <summary>A history keeps the first entry and the last ninety-nine, and what it once said stays so.</summary>
public sealed class TicketHistoryTests
{
    [Fact]
    public void Entries_AreTheFirstAndTheLast_AndStayAsTheyWereSaid()
    {
        var history = default(TicketHistory);
        var said = new List<(ArraySegment<HistoryEntry> Entries, long[] Times)>();
        for (var at = 0; at < 250; at++)
        {
            said.Add((history.Entries, Expected(at)));
            history.Add(new(at, FactKind.TicketEntered, "", ""));
        }

        Assert.Equal(Expected(250), history.Entries.Select(e => e.At));
        Assert.All(said, s => Assert.Equal(s.Times, s.Entries.Select(e => e.At)));
    }

    private static long[] Expected(int added) => added <= TicketHistory.MostEntries
        ? [.. Enumerable.Range(0, added)]
        : [0, .. Enumerable.Range(added - TicketHistory.MostEntries + 1, TicketHistory.MostEntries - 1)];
}
