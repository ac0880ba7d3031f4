namespace Router.Server.Tests.Statistics;

/// <summary>Rolling times, against figures worked out by hand.</summary>
public sealed class RollingCountsTests
{
    private readonly CountedWorkspace _workspace = new();

    /// <summary>One call at 10:00, one at 10:50, two at 11:01, one chat at 11:04; read at 11:04.</summary>
    [Fact]
    public void Of_TicketsOfAnHourAndMore_CountsEachInTheTimesInWhichItEntered()
    {
        _workspace.Submit();
        _workspace.Wait(50 * 60);
        _workspace.Submit();
        _workspace.Wait(11 * 60);
        _workspace.Submit();
        _workspace.Submit();
        _workspace.Wait(3 * 60);
        _workspace.Submit("chat", language: "he");

        var all = _workspace.Rolling.Of("service")!;
        Assert.Equal((3, 4, 4, 5), (all.Last5.Entered, all.Last15.Entered, all.Last60.Entered, all.Today.Entered));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3], all.Series);
        var chats = _workspace.Rolling.Of("service", "chat", "he")!;
        Assert.Equal((1, 1, 1, 1), (chats.Last5.Entered, chats.Last15.Entered, chats.Last60.Entered, chats.Today.Entered));

        _workspace.Wait(5 * 60);
        Assert.Equal((0, 3, 4, 5), (_workspace.Rolling.Of("service")! is var later ? later.Last5.Entered : 0, later.Last15.Entered, later.Last60.Entered, later.Today.Entered));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3, 0], later.Series);
    }

    [Fact]
    public void Of_AnswersAndAbandonments_GivesTheServiceLevelOnScreens()
    {
        _workspace.SignIn("anna");
        var answered = _workspace.Submit();
        _workspace.Accept("anna", answered);
        var left = Enumerable.Range(0, 3).Select(_ => _workspace.Submit()).ToList();
        _workspace.Do(new Engine.Commands.End(left[0]));
        _workspace.Wait(30);
        _workspace.Do(new Engine.Commands.End(left[1]));

        var counts = _workspace.Rolling.Of("service")!.Last5;

        Assert.Equal((4, 1, 1, 1, 1, 1 / 3.0), (counts.Entered, counts.Answered, counts.AnsweredInTime, counts.Abandoned, counts.AbandonedShort, counts.ServiceLevel));
    }

    /// <summary>A call of 100 s with 10 s of wrap-up, a chat of 50 s without any, and a call that is not over.</summary>
    [Fact]
    public void Of_AssignmentsThatAreOver_GivesTheirAverageHandleTime()
    {
        _workspace.SignIn("anna");
        Assert.Null(_workspace.Rolling.Of("service")?.Last60.AverageHandleMs);
        var call = _workspace.Submit();
        _workspace.Accept("anna", call);
        _workspace.Wait(100);
        _workspace.Complete("anna", call);
        Assert.Null(_workspace.Rolling.Of("service")!.Last60.AverageHandleMs);
        _workspace.Wait(10);
        _workspace.Do(new Engine.Commands.EndWrapUp("anna", call, 1));
        var chat = _workspace.Submit("chat");
        _workspace.Accept("anna", chat);
        _workspace.Wait(50);
        _workspace.Complete("anna", chat);
        _workspace.Accept("anna", _workspace.Submit());
        _workspace.Wait(150);

        var counts = _workspace.Rolling.Of("service")!;

        Assert.Equal((2, 160_000, 80_000), (counts.Last60.Handled, counts.Last60.HandleTimeMs, counts.Last60.AverageHandleMs));
        Assert.Equal((50_000, 50_000), (_workspace.Rolling.Of("service", "chat", "")!.Last60.AverageHandleMs, _workspace.Rolling.Of("service", "chat", "")!.Today.AverageHandleMs));
        Assert.Equal((1, 50_000), (counts.Last5.Handled, counts.Last5.AverageHandleMs));
    }

    [Fact]
    public void Of_MoreLanguagesThanHaveRows_CountsTheOthersWithThoseThatNamedNone()
    {
        _workspace.Submit();
        for (var i = 0; i < 150; i++)
        {
            _workspace.Submit(language: $"x-{i}");
        }

        Assert.Equal((51, 1), (_workspace.Rolling.Of("service", "call", "")!.Today.Entered, _workspace.Rolling.Of("service", "call", "x-99")!.Today.Entered));
        Assert.Equal(51, _workspace.Engine.LiveRows().Single(r => r is { Queue: "service", Channel: "call", Language: "" }).Waiting);
    }

    [Fact]
    public void Of_AnotherDay_BeginsAtNothing()
    {
        _workspace.Submit("email");
        _workspace.Wait(15 * 3_600);
        _workspace.Submit("email");

        Assert.Equal(1, _workspace.Rolling.Of("service")!.Today.Entered);
    }

    /// <summary>Only what has changed is added up again: it has to be what adding up everything gives, whenever it is asked for.</summary>
    [Fact]
    public void Rolling_AskedNowAndThenOverThreeHours_IsWhatAllTalliesAddUpTo()
    {
        var random = new Random(1999);
        var asked = 0;
        while (_workspace.Seconds < 3 * 3_600)
        {
            var (queue, channel, language) = (random.Next(2) == 0 ? "service" : "partners", random.Next(2) == 0 ? "call" : "chat", random.Next(2) == 0 ? "he" : "");
            var ticket = _workspace.Submit(channel, queue, language);
            _workspace.Wait(random.Next(60));
            if (random.Next(2) == 0)
            {
                _workspace.Do(new Engine.Commands.End(ticket));
            }

            if (random.Next(10) == 0)
            {
                _workspace.Wait(random.Next(1_200));
                _workspace.Fold();
            }

            if (random.Next(3) > 0)
            {
                continue;
            }

            asked++;
            var (summed, rolling) = (_workspace.Summed(queue, channel, language), _workspace.Rolling.Of(queue, channel, language)!);
            Assert.Equal((summed.Last5, summed.Last15, summed.Last60, summed.Today), (rolling.Last5, rolling.Last15, rolling.Last60, rolling.Today));
            Assert.Equal(summed.Series, rolling.Series);
            var parts = new[] { ("call", "he"), ("call", ""), ("chat", "he"), ("chat", "") }.Select(p => _workspace.Summed(queue, p.Item1, p.Item2)).ToList();
            Assert.Equal(parts.Sum(p => p.Last60.Entered), _workspace.Rolling.Of(queue)!.Last60.Entered);
            Assert.Equal(parts.Take(2).Sum(p => p.Today.Abandoned), _workspace.Rolling.Of(queue, "call")!.Today.Abandoned);
        }

        Assert.InRange(asked, 20, 1_000);
    }
}
