using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Server.Statistics;
using Router.Server.Tests.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Statistics;

/// <summary>However many languages tickets come in for, rows stay few, and nothing is left uncounted.</summary>
public sealed class LanguageRowsTests
{
    private const string Others = "mul";
    private const int Own = 100;
    private static readonly int[] ClockMoved = [233, 236];

    private readonly CountedWorkspace _workspace = new();

    [Fact]
    public void Thousands_of_languages_share_one_row_beyond_the_first_hundred()
    {
        for (var i = 0; i < 3_000; i++)
        {
            _workspace.Submit(language: Tag(i));
        }

        _workspace.Submit(language: Tag(7));
        _workspace.Submit();

        var rows = _workspace.Languages("service");
        Assert.Equal([.. Enumerable.Range(0, Own).Select(Tag).Append(Others).Append("").Order(StringComparer.Ordinal)], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 2_900, 1), (rows[Tag(7)][Figure.Entered], rows[Others][Figure.Entered], rows[""][Figure.Entered]));
    }

    [Fact]
    public void What_becomes_of_a_ticket_counts_in_the_row_in_which_it_entered()
    {
        var tickets = Enumerable.Range(0, 200).Select(i => _workspace.Submit(language: Tag(i))).ToList();
        foreach (var ticket in tickets)
        {
            _workspace.Do(new Cancel(ticket, "spam"));
        }

        Assert.All(_workspace.Languages("service").Values, row => Assert.Equal(row[Figure.Entered], row[Figure.Cancelled]));
    }

    [Fact]
    public void Languages_that_only_overflow_are_bounded_too_and_leave_room_for_those_that_are_served()
    {
        _workspace.Do(new ChangePolicy(p => p with
        {
            Queues = [.. p.Queues.Select(q => q.Name != "service" ? q : q with { Hours = Closed(q.Hours!) })],
        }));
        for (var i = 0; i < 1_000; i++)
        {
            _workspace.Submit(language: Tag(i));
        }

        var closed = _workspace.Languages("service");
        Assert.Equal((Own + 1, 900, 1_000), (closed.Count, closed[Others][Figure.Overflowed], closed.Values.Sum(r => r[Figure.Overflowed])));

        _workspace.Do(new ChangePolicy(p => p with { Queues = [.. p.Queues.Select(q => q with { Hours = null })] }));
        _workspace.Submit(language: "he");
        Assert.Equal(1, _workspace.Languages("service")["he"][Figure.Entered]);
    }

    [Fact]
    public async Task A_new_owner_has_the_same_rows()
    {
        await using var redis = await RedisProcess.StartAsync();
        List<string> tickets;
        await using (var first = await TestWorkspace.StartAsync(redis))
        {
            tickets = await SubmitAsync(first, 0, 150);
        }

        await using (var second = await TestWorkspace.StartAsync(redis, withQueue: false))
        {
            await SubmitAsync(second, 150, 150);
            foreach (var ticket in tickets)
            {
                await second.DoAsync(new Cancel(ticket, "spam"));
            }

            AssertRows(await RowsAsync(second), entered: 300);
        }

        // A day later nothing of that day is in memory any more.
        await using var third = await TestWorkspace.StartAsync(redis, withQueue: false);
        third.Logs.Expect(ClockMoved);
        third.Time.MoveWall(TimeSpan.FromHours(30));
        await SubmitAsync(third, 300, 150);
        AssertRows(await RowsAsync(third), entered: 150, own: 0);
    }

    private static void AssertRows(Dictionary<string, Tally> rows, long entered, int own = Own)
    {
        Assert.Equal(own + 1, rows.Count);
        Assert.Equal(entered, rows.Values.Sum(r => r[Figure.Entered]));
        Assert.Equal(entered - own, rows[Others][Figure.Entered]);
        Assert.All(rows.Where(r => r.Key != Others), r => Assert.Equal(1, r.Value[Figure.Cancelled]));
    }

    private static async Task<List<string>> SubmitAsync(TestWorkspace test, int first, int count)
    {
        var tickets = new List<string>();
        for (var i = first; i < first + count; i++)
        {
            var ticket = test.Ticket(externalId: Tag(i));
            var asked = ticket with { Content = ticket.Content with { Languages = [new LanguageNeed(Tag(i), 1, 0)] } };
            var answer = await Eventually.DoneAsync(test.Workspace.SubmitAsync(asked).AsTask(), "a submit is answered");
            tickets.Add(Assert.IsType<Engine.Queries.Submitted>(answer.Outcome.Value).TicketId);
        }

        return tickets;
    }

    /// <summary>Today's, by language, as the server knows them.</summary>
    private static async Task<Dictionary<string, Tally>> RowsAsync(TestWorkspace test)
    {
        var today = TallyKey.Floor(test.Time.GetUtcNow().ToUnixTimeMilliseconds(), TallyKey.DayMs);
        var saved = await test.Workspace.Store.Statistics.ReadAsync(TallySpan.Day, [today], CancellationToken.None);
        var known = await test.Workspace.QueryStatisticsAsync(
            (engine, book) => book.Read(k => k.Span == TallySpan.Day && k.Start == today, engine.Now, withAgents: false));
        return known.With(saved).ToDictionary(t => t.Key.Language, t => t.Tally);
    }

    private static OpeningHours Closed(OpeningHours hours) => hours with { Week = [new WeeklyOpening(7, 60, 61)], WhenClosed = new OverflowRule(OverflowKind.Queue, "partners") };

    private static string Tag(int i) => $"x-l{i:d4}";
}
