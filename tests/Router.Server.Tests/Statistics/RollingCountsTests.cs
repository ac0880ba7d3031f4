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

        var all = _workspace.Rolling("service");
        Assert.Equal((3, 4, 4, 5), (all.Last5.Entered, all.Last15.Entered, all.Last60.Entered, all.Today.Entered));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3], all.Series);
        var chats = _workspace.Rolling("service", "chat", "he");
        Assert.Equal((1, 1, 1, 1), (chats.Last5.Entered, chats.Last15.Entered, chats.Last60.Entered, chats.Today.Entered));

        _workspace.Wait(5 * 60);
        Assert.Equal((0, 3, 4, 5), (_workspace.Rolling("service") is var later ? later.Last5.Entered : 0, later.Last15.Entered, later.Last60.Entered, later.Today.Entered));
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

        var counts = _workspace.Rolling("service").Last5;

        Assert.Equal((4, 1, 1, 1, 1, 1 / 3.0), (counts.Entered, counts.Answered, counts.AnsweredInTime, counts.Abandoned, counts.AbandonedShort, counts.ServiceLevel));
    }

    [Fact]
    public void Of_AnotherDay_BeginsAtNothing()
    {
        _workspace.Submit("email");
        _workspace.Wait(15 * 3_600);
        _workspace.Submit("email");

        Assert.Equal(1, _workspace.Rolling("service").Today.Entered);
    }
}
