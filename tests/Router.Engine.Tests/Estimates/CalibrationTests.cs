using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Estimates;

/// <summary>
/// What the multipliers learn of each ticket whose fate is known, against figures worked out by hand: with g = min(1, 4 / (n + 1)),
/// L += .05 · g · ((late ? 1 : 0) - .10), M += .01 · g · ((late ? 1 : 0) - .50), within [-1.2, 2.2].
/// </summary>
public sealed class CalibrationTests
{
    /// <summary>ln 2.302585 and ln .693147: a ticket that was accepted at once teaches nothing.</summary>
    private const double Promise = 0.834032;
    private const double Median = -0.366513;

    /// <summary>Told were 208 s and 691 s.</summary>
    [Theory]
    [InlineData("accepted", 100, Promise - 0.005, Median - 0.005)]
    [InlineData("accepted", 300, Promise - 0.005, Median + 0.005)]
    [InlineData("accepted", 700, Promise + 0.045, Median + 0.005)]
    [InlineData("abandoned", 100, Promise, Median)]
    [InlineData("abandoned", 300, Promise, Median + 0.005)]
    [InlineData("abandoned", 700, Promise + 0.045, Median + 0.005)]
    [InlineData("cancelled", 100, Promise, Median)]
    [InlineData("cancelled", 700, Promise + 0.045, Median + 0.005)]
    [InlineData("expired", 100, Promise, Median)]
    [InlineData("expired", 700, Promise + 0.045, Median + 0.005)]
    public void A_ticket_teaches_when_its_fate_is_known(string fate, int seconds, double promise, double median)
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var inHand = workspace.Submit("call");
        workspace.Accept(inHand);
        var call = workspace.Submit("call", timeToLive: fate == "expired" ? seconds : 0);
        Assert.Equal((208, 691), (workspace.Ticket(call).Told.MedianSeconds, workspace.Ticket(call).Told.PromiseSeconds));
        workspace.After(seconds);
        switch (fate)
        {
            case "accepted":
                workspace.Complete(inHand);
                workspace.Accept(call);
                break;
            case "abandoned":
                workspace.End(call);
                break;
            case "cancelled":
                workspace.Do(new Cancel(call, "spam"));
                break;
        }

        var learnt = Class(workspace);
        Assert.Equal((promise, median), (learnt.PromiseLog[0], learnt.EstimateLog[0]), Near);
        Assert.Equal(fate is "accepted" or "abandoned" ? 1 : 0, learnt.ExitsSeen);
    }

    [Fact]
    public void Many_ahead_teach_little_and_their_own_bucket()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        var calls = Enumerable.Range(0, 8).Select(_ => workspace.Submit("call")).ToList();
        calls[..7].ForEach(call => workspace.Do(new Cancel(call, "spam")));
        workspace.After(4_000).End(calls[7]);

        // n = 7: g = 4 / 8; ln 1.598718 + .05 · .5 · .9 and ln .934182 + .01 · .5 · .5
        var learnt = Class(workspace);
        Assert.Equal((0.469202 + 0.0225, -0.068084 + 0.0025), (learnt.PromiseLog[3], learnt.EstimateLog[3]), Near);
        Assert.Equal((Promise, Median), (learnt.PromiseLog[0], learnt.EstimateLog[0]), Near);
    }

    [Fact]
    public void A_ticket_that_comes_back_from_its_agent_teaches_once()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var inHand = workspace.Submit("call");
        workspace.Accept(inHand);
        var call = workspace.Submit("call");
        workspace.After(100).Complete(inHand);
        workspace.Accept(call);
        workspace.SignOut("ann", WorkInHand.HandBack);
        workspace.SignIn("ann");
        workspace.After(5).Accept(call);

        var learnt = Class(workspace);
        Assert.Equal((Promise - 0.005, Median - 0.005), (learnt.PromiseLog[0], learnt.EstimateLog[0]), Near);
        Assert.Equal(2, learnt.ExitsSeen);
        Assert.Single(workspace.FactsOf<PromiseJudged>());
    }

    [Theory]
    [InlineData(2.197, 86_400, 2.2, 2.2)]
    [InlineData(-1.198, 1, -1.2, -1.2)]
    public void Multipliers_stay_in_bounds(double from, int seconds, double promise, double median)
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var inHand = workspace.Submit("call");
        workspace.Accept(inHand);
        var record = Class(workspace);
        double[] logs = [.. Enumerable.Repeat(from, record.PromiseLog.Count)];
        workspace.Saved.Write(workspace.Engine.TakeChanges() with { WaitClasses = [record with { PromiseLog = logs, EstimateLog = logs }] });
        workspace.Reload();
        var call = workspace.Submit("call");
        workspace.After(seconds).Complete(inHand);
        workspace.Accept(call);

        Assert.Equal((promise, median), (Class(workspace).PromiseLog[0], Class(workspace).EstimateLog[0]), Near);
    }

    [Fact]
    public void Each_guess_is_weighed_by_how_far_it_was_off()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var inHand = workspace.Submit("call");
        workspace.Accept(inHand);
        var first = workspace.Submit("call");
        var second = workspace.After(10).Submit("call");
        workspace.After(90).Complete(inHand);
        workspace.Accept(first);
        Assert.Equal((0.5, 1.0), (Class(workspace).DrainError, Class(workspace).OldestError));
        workspace.After(210).Complete(first);
        workspace.Accept(second);

        // It waited 300 s; d = 2 · (50 + 10/60) / 10 min = 602 s, and the first had waited 10 s: .01 of 2 · 302 / 902 and of 2 · 290 / 310.
        Assert.Equal((0.495 + 0.006696, 0.99 + 0.018710), (Class(workspace).DrainError, Class(workspace).OldestError), Near);
    }

    [Fact]
    public void A_ticket_of_another_class_than_it_was_told_in_teaches_nothing()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { PriorityHeadStart = new Dictionary<int, int> { [1] = 3_600 } })).Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        var call = workspace.Submit("call");
        workspace.Do(new ReprioritiseTickets([call], SkipRefused: false, "", By: null, 1));
        workspace.After(2_000).End(call);

        Assert.All(workspace.Saved.Load().WaitClasses, c => Assert.Equal((Promise, Median), (c.PromiseLog[0], c.EstimateLog[0]), Near));
        Assert.False(Assert.Single(workspace.FactsOf<PromiseJudged>()).Kept);
    }

    private static bool Near((double Promise, double Median) expected, (double Promise, double Median) actual) =>
        Math.Abs(expected.Promise - actual.Promise) < 2e-6 && Math.Abs(expected.Median - actual.Median) < 2e-6;

    private static WaitClassRecord Class(Workspace workspace) => Assert.Single(workspace.Saved.Load().WaitClasses);
}
