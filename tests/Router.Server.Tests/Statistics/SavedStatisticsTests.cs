using Router.Engine.Commands;
using Router.Server.Statistics;
using Router.Server.Tests.Workspaces;
using Router.Testing;

namespace Router.Server.Tests.Statistics;

/// <summary>Statistics are those of the batches that were saved, each once, whatever happens to servers and answers.</summary>
public sealed class SavedStatisticsTests
{
    private static readonly int[] ClockMoved = [233, 236];

    private static readonly TimeSpan FoldTime = TimeSpan.FromMilliseconds(TallyBook.FoldEveryMs + 1_000);

    [Fact]
    public async Task A_new_owner_goes_on_where_the_last_one_was_whether_it_was_folded_or_not()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using (var first = await TestWorkspace.StartAsync(redis))
        {
            await SubmitAsync(first, 3);
            Assert.Equal((3, 0), await EnteredAsync(first));
        }

        await using (var second = await TestWorkspace.StartAsync(redis, withQueue: false))
        {
            Assert.Equal((3, 0), await EnteredAsync(second));
            second.Logs.Expect(ClockMoved);
            second.Time.MoveWall(FoldTime);
            await SubmitAsync(second, 2);
            Assert.Equal((5, 3), await EnteredAsync(second));
            await SubmitAsync(second, 1);
        }

        await using var third = await TestWorkspace.StartAsync(redis, withQueue: false);
        third.Logs.Expect(ClockMoved);
        Assert.Equal((6, 3), await EnteredAsync(third));
        third.Time.MoveWall(FoldTime);
        await SubmitAsync(third, 1);
        Assert.Equal((7, 6), await EnteredAsync(third));
        Assert.Equal(7, await AllAsync(third));
    }

    [Fact]
    public async Task A_batch_whose_answer_was_lost_counts_once()
    {
        await using var test = await TestWorkspace.StartAsync();
        test.Commits.LoseAnswers(2);
        test.Logs.Expect(211, 212);

        await SubmitAsync(test, 1);

        Assert.Equal((1, 0), await EnteredAsync(test));
        test.Time.Skip(TimeSpan.FromSeconds(3));
        await Eventually.TrueAsync(async () => (await EnteredAsync(test)).Entered == 1, "the next term has it once");
    }

    [Fact]
    public async Task An_outcome_long_after_the_entry_is_added_to_what_was_saved_of_its_interval()
    {
        await using var redis = await RedisProcess.StartAsync();
        string ticketId;
        await using (var first = await TestWorkspace.StartAsync(redis))
        {
            ticketId = (await first.SubmitAsync()).TicketId;
            await first.SubmitAsync();
            first.Logs.Expect(ClockMoved);
            first.Time.MoveWall(FoldTime);
            await first.SignInAsync("nobody");
        }

        await using var second = await TestWorkspace.StartAsync(redis, withQueue: false);
        second.Logs.Expect(ClockMoved);
        second.Time.MoveWall(TimeSpan.FromHours(30));
        await second.DoAsync(new End(ticketId));
        second.Time.MoveWall(FoldTime);
        await SubmitAsync(second, 1);

        var days = await SavedAsync(second, TallySpan.Day);
        Assert.Equal((2, 1), (days[0].Tally[Figure.Entered], days[0].Tally[Figure.Abandoned]));
        var intervals = await SavedAsync(second, TallySpan.Interval);
        Assert.Equal((2, 1), (intervals.Sum(i => i.Tally[Figure.Entered]), intervals.Sum(i => i.Tally[Figure.Abandoned])));
    }

    private static async Task SubmitAsync(TestWorkspace test, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await test.SubmitAsync(externalId: $"{Guid.NewGuid()}");
        }
    }

    /// <summary>How many entered today as the server knows it, and how many of them are folded.</summary>
    private static async Task<(long Entered, long Folded)> EnteredAsync(TestWorkspace test)
    {
        var known = await test.Workspace.QueryStatisticsAsync((engine, book) => book.Read(k => k.Span == TallySpan.Day, engine.Now, withAgents: false));
        var saved = await SavedAsync(test, TallySpan.Day);
        return (known.With(saved).Sum(t => t.Tally[Figure.Entered]), saved.Sum(t => t.Tally[Figure.Entered]));
    }

    private static async Task<long> AllAsync(TestWorkspace test)
    {
        var saved = await SavedAsync(test, TallySpan.Interval);
        var known = await test.Workspace.QueryStatisticsAsync((engine, book) => book.Read(k => k.Span == TallySpan.Interval, engine.Now, withAgents: false));
        return known.With(saved).Sum(t => t.Tally[Figure.Entered]);
    }

    private static async Task<IReadOnlyList<CountedTally>> SavedAsync(TestWorkspace test, TallySpan span)
    {
        var now = test.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var length = TallyKey.LengthOf(span);
        var first = TallyKey.Floor(now - (2 * TallyKey.DayMs), length);
        var starts = Enumerable.Range(0, (int)((now - first) / length) + 1).Select(i => first + (i * length));
        return await test.Workspace.Store.Statistics.ReadAsync(span, starts, CancellationToken.None);
    }
}
