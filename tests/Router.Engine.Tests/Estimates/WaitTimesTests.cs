using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Estimates;

/// <summary>
/// What is told, against figures worked out by hand. N: capacity units; ex, xp: decayed exits, and exposure in agent-minutes, which begin at
/// 10 and 10 · handle time (a call's is 5 min) / share; n: tickets ahead; d = (n + 1) · xp / (N · ex) minutes. Told are
/// d · e^M and d · e^L on top of the wait so far, rounded up to seconds. M and L begin at ln .693147 and ln 2.302585 for n = 0.
/// </summary>
public sealed class WaitTimesTests
{
    [Fact]
    public void One_agent_D_is_5_min_times_1()
    {
        // d = 1 · 50 / (1 · 10) = 5 min: 300 · .693147 = 207.9 and 300 · 2.302585 = 690.8
        Assert.Equal((208, 691), First(new Workspace().Agent("ann"), "call"));
    }

    [Fact]
    public void Two_agents_D_is_half_as_long()
    {
        // d = 50 / (2 · 10) = 2.5 min: 103.97 and 345.4
        Assert.Equal((104, 346), First(new Workspace().Agent("ann").Agent("bob"), "call"));
    }

    [Fact]
    public void Chats_of_which_an_agent_takes_three_count_three_units()
    {
        // Handle time 15 min: d = 150 / (3 · 10) = 5 min
        Assert.Equal((208, 691), First(new Workspace().Agent("ann"), "chat"));
    }

    [Fact]
    public void Share_is_the_mean_of_one_by_the_classes_that_each_serves()
    {
        var workspace = new Workspace()
            .Agent("ann", a => a with { Languages = new Dictionary<string, int> { ["he"] = 3, ["en"] = 3 } })
            .Agent("bob", a => a with { Languages = new Dictionary<string, int> { ["he"] = 3 } });

        // Hebrew: both, each serves this class alone: share 1, d = 50 / 20 = 2.5 min.
        Assert.Equal((104, 346), First(workspace, "call", "he"));

        // English: ann, who now serves two: share 1/2, xp = 100, d = 100 / 10 = 10 min: 415.9 and 1,381.6
        Assert.Equal((416, 1_382), First(workspace, "call", "en"));

        // None: ann serves three and bob two: share (1/3 + 1/2) / 2 = 5/12, xp = 120, d = 120 / 20 = 6 min: 249.5 and 828.9
        Assert.Equal((250, 829), First(workspace, "call", ""));
    }

    [Fact]
    public void Exits_decay_and_learn_and_exposure_counts_who_is_available_or_at_work()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann").Agent("bob");
        var a = workspace.Submit("call");
        workspace.After(3).Accept(a);

        // xp = (50 + 3/60 · 2) · .995 = 49.8495; ex = 10 · .995 + 1 = 10.95; kept: L -= .05 · .1, M -= .05 · .5
        AssertClass(workspace, 10.95, 49.8495, 1);
        var b = workspace.Submit("call");
        Assert.Equal((93, 313), Told(workspace, b));
        workspace.After(2).Accept(b);

        // xp = (49.8495 + 2/60 · 2) · .995; ex = 10.95 · .995 + 1; nobody waits from 5 s to 10 s, so nothing is added
        AssertClass(workspace, 11.89525, 49.666585833, 2);
        var c = workspace.After(5).Submit("call");
        var d = workspace.After(10).Submit("call");
        var e = workspace.After(10).Submit("call");
        var f = workspace.Submit("call");
        Assert.Equal([(83, 286), (212, 491), (340, 676), (453, 901)], new[] { c, d, e, f }.Select(t => Told(workspace, t)));

        // 40 s later xp has grown by 50/60 · 2 since c came: d = 258.9 s without its wait, of which .839173 and 1.944860 are told.
        Assert.Equal((258, 544), Now(workspace.After(30), d));
        workspace.After(40).Complete(a);
        workspace.After(4).Accept(c);

        // xp = (49.666586 + 94/60 · 2) · .995; ex = 11.89525 · .995 + 1; c waited 94 s, more than its estimate of 83 s: M += .05 · .5
        AssertClass(workspace, 12.83577375, 52.535919571, 3);
        Assert.Equal((168, 363), Now(workspace, d));

        // Away counts until his call ends at 200 s; one agent from then on: d = 55.735920 / 12.835774 = 260.5 s for the next
        workspace.After(6).Away("bob", atOnce: true);
        workspace.After(90).Complete(b);
        Assert.Equal((357, 771), Now(workspace, d));

        // Who leaves is an exit too: xp = (52.535920 + 96/60 · 2 + 50/60 · 1) · .995; ex = 12.83577375 · .995 + 1
        workspace.After(50).End(f);
        AssertClass(workspace, 13.771594881, 56.286406640, 4);
        Assert.Equal((632, 1_174), Now(workspace, e));
        Assert.Equal((632, 1_174), Now(workspace.Reload(), e));
    }

    [Theory]
    [InlineData(0, 185, 625)]
    [InlineData(1, 458, 1_061)]
    [InlineData(2, 729, 1_451)]
    [InlineData(3, 972, 1_935)]
    [InlineData(4, 1_274, 2_180)]
    [InlineData(7, 2_038, 3_487)]
    [InlineData(8, 2_364, 3_543)]
    [InlineData(15, 4_202, 6_298)]
    [InlineData(16, 4_544, 6_121)]
    [InlineData(31, 8_553, 11_521)]
    [InlineData(32, 8_906, 11_053)]
    [InlineData(40, 11_065, 13_732)]
    public void N_ahead_have_the_multipliers_of_their_bucket(int ahead, int median, int promise)
    {
        // ex = 10.95 and xp = 49.75 after one exit without a wait: d = (n + 1) · 272.602740 s. The buckets 0, 1, 2-3, 4-7, 8-15, 16-31, 32+
        // begin at the .9 and .5 quantiles of Gamma(n + 1) / (n + 1) for their smallest n: 2.302585, 1.944860, 1.774107, 1.598718, 1.443857,
        // 1.320681, 1.228568 and .693147, .839173, .891353, .934182, .963217, .980462, .989917.
        var workspace = Busy();
        for (var i = 0; i < ahead; i++)
        {
            workspace.Submit("call");
        }

        var ticket = workspace.Submit("call");
        Assert.Equal((median, promise), Told(workspace, ticket));
        Assert.Equal(ahead, workspace.Ticket(ticket).Told.Ahead);
    }

    [Fact]
    public void Another_head_start_is_another_class_with_nobody_ahead()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { PriorityHeadStart = new Dictionary<int, int> { [1] = 3_600 } })).Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        workspace.Submit("call");
        workspace.Submit("call");

        // The agent serves two classes now: share 1/2, d = 10 min.
        var first = workspace.Submit("call", c => c with { Priority = 1 });
        Assert.Equal((416, 1_382), Told(workspace, first));
        Assert.Equal((0, 1), (workspace.Ticket(first).Told.Ahead, workspace.Engine.Place(first)!.Position));
    }

    [Fact]
    public void Nobody_eligible_signed_in_and_available_or_at_work_is_unknown()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call");
        Assert.Equal(Estimate.Unknown, workspace.Ticket(call).Told);
        Assert.Equal(Trust.Unknown, Trusted(workspace.Register("ann"), call));

        workspace.SignIn("ann", presence: Agents.Presence.Away);
        Assert.Equal(Trust.Unknown, Trusted(workspace, call));
        workspace.Agent("bob", a => a with { Queues = [], Channels = [new("call", 100, 0)] });
        Assert.Equal(Trust.Unknown, Trusted(workspace, call));

        workspace.Available("ann");
        Assert.Equal(Trust.Low, Trusted(workspace, call));
        workspace.Lose("ann");
        Assert.Equal(Trust.Unknown, Trusted(workspace, call));
    }

    [Fact]
    public void A_session_that_does_not_take_the_channel_does_not_count_for_it()
    {
        var workspace = Busy();
        var call = workspace.Submit("call");
        Assert.Equal((185, 625), Now(workspace, call));

        workspace.SignIn("ann", takeOver: true, Agents.Presence.Available, "chat");
        Assert.Equal(Trust.Unknown, Trusted(workspace, call));
        Assert.Equal(Trust.Unknown, Trusted(workspace.Reload(), call));
        Assert.Equal(0, Assert.Single(workspace.Engine.LiveRows()).Agents);

        workspace.SignIn("ann", takeOver: true);
        Assert.Equal((185, 625), Now(workspace, call));
        workspace.SignIn("ann", takeOver: true, Agents.Presence.Available, "chat");
        workspace.SignOut("ann", Commands.WorkInHand.HandBack);
        workspace.SignIn("ann");
        Assert.Equal(Trust.Low, Trusted(workspace, call));
    }

    [Fact]
    public void Under_twenty_exits_trust_is_low()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var trusts = new List<Trust>();
        for (var i = 0; i < 21; i++)
        {
            var call = workspace.Submit("call");
            trusts.Add(workspace.Ticket(call).Told.Trust);
            workspace.Accept(call);
            workspace.Complete(call);
        }

        Assert.Equal([.. Enumerable.Repeat(Trust.Low, 20), Trust.Normal], trusts);
    }

    [Fact]
    public void Nobody_is_told_a_wait_shorter_than_he_waited()
    {
        var workspace = Busy();
        var call = workspace.Submit("call");
        foreach (var minutes in Enumerable.Range(1, 300))
        {
            var (median, promise) = Now(workspace.After(60), call);
            Assert.True(median > minutes * 60 && promise > minutes * 60, $"After {minutes} min it was told {median} s and {promise} s.");
        }
    }

    /// <summary>An agent with a call that he accepted at once: ex = 10.95, xp = 49.75.</summary>
    private static Workspace Busy()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        return workspace;
    }

    private static (int Median, int Promise) First(Workspace workspace, string channel, string language = "") =>
        Told(workspace, workspace.Submit(channel, c => c with { Languages = language.Length > 0 ? [new LanguageNeed(language, 1, 0)] : [] }));

    private static (int Median, int Promise) Told(Workspace workspace, string ticketId) => Numbers(workspace.Ticket(ticketId).Told);

    private static (int Median, int Promise) Now(Workspace workspace, string ticketId) => Numbers(workspace.Engine.Place(ticketId)!.Estimate);

    private static Trust Trusted(Workspace workspace, string ticketId) => workspace.Engine.Place(ticketId)!.Estimate.Trust;

    private static (int Median, int Promise) Numbers(Estimate estimate) => (estimate.MedianSeconds, estimate.PromiseSeconds);

    private static void AssertClass(Workspace workspace, double exits, double exposure, int seen)
    {
        var record = Assert.Single(workspace.Saved.Load().WaitClasses);
        Assert.Equal(exits, record.Exits, 8);
        Assert.Equal(exposure, record.Exposure, 8);
        Assert.Equal(seen, record.ExitsSeen);
    }
}
