using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Estimates;

/// <summary>
/// What is told, against figures worked out by hand. N: capacity units; ex, xp: decayed exits, and exposure in agent-minutes, which begin at
/// 10 and 10 · handle time (a call's is 5 min) / share; n: tickets ahead; d = (n + 1) · xp / (N · ex) minutes; h: how much longer the first of
/// the class has waited. Told are (.8 · d + .2 · h) · e^M (with n = 0: d · e^M) and d · e^L on top of the wait so far, rounded up to seconds;
/// .8 and .2 are 1 / error² while the mean errors are .5 and 1. M and L begin at ln .693147 and ln 2.302585 for n = 0.
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
    public void Exits_decay_and_exposure_counts_who_is_available_or_at_work_while_somebody_waits_for_an_agent()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann").Agent("bob");
        var a = workspace.Submit("call");
        workspace.After(3).Accept(a);

        // Who is offered to an agent at once does not wait for one: no exposure, and no exit.
        AssertClass(workspace, 10, 50, 0);
        var b = workspace.Submit("call");
        Assert.Equal((104, 346), Told(workspace, b));
        workspace.After(2).Accept(b);
        AssertClass(workspace, 10, 50, 0);

        // c: d = 50 / 20 = 150 s. d, 10 s later: xp = 50 + 10/60 · 2, d = 302 s and the first has waited 10 s: .8 · 302 + .2 · 10 = 243.6 s.
        // e and f, 10 s later: xp = 50 + 20/60 · 2, d = 456 s and 608 s, the first has waited 20 s: 368.8 s and 490.4 s.
        var c = workspace.After(5).Submit("call");
        var d = workspace.After(10).Submit("call");
        var e = workspace.After(10).Submit("call");
        var f = workspace.Submit("call");
        Assert.Equal([(104, 346), (205, 588), (329, 809), (438, 1_079)], new[] { c, d, e, f }.Select(t => Told(workspace, t)));

        // 40 s later xp has grown by 50/60 · 2 since c came: d = 310 s without its wait; c has waited 10 s more than d: .8 · 310 + .2 · 10 = 250 s.
        Assert.Equal((250, 643), Now(workspace.After(30), d));
        workspace.After(40).Complete(a);
        workspace.After(4).Accept(c);

        // xp = (50 + 94/60 · 2) · .995; ex = 10 · .995 + 1; c waited 94 s, less than its 104 s: M -= .01 · .5, L -= .05 · .1
        AssertClass(workspace, 10.95, 52.867666667, 1);
        Assert.Equal((184, 416), Now(workspace, d));

        // Away counts until his call ends at 200 s; one agent from then on: d = 56.067667 / 10.95 = 307.2 s for the next
        workspace.After(6).Away("bob", atOnce: true);
        workspace.After(90).Complete(b);
        Assert.Equal((392, 884), Now(workspace, d));

        // Who leaves is an exit too: xp = (52.867667 + 96/60 · 2 + 50/60 · 1) · .995; ex = 10.95 · .995 + 1
        workspace.After(50).End(f);
        AssertClass(workspace, 11.89525, 56.616495, 2);
        Assert.Equal((606, 1_331), Now(workspace, e));
        Assert.Equal((606, 1_331), Now(workspace.Reload(), e));
    }

    [Theory]
    [InlineData(0, 208, 691)]
    [InlineData(1, 403, 1_167)]
    [InlineData(2, 642, 1_597)]
    [InlineData(3, 856, 2_129)]
    [InlineData(4, 1_122, 2_399)]
    [InlineData(7, 1_794, 3_837)]
    [InlineData(8, 2_081, 3_899)]
    [InlineData(15, 3_699, 6_931)]
    [InlineData(16, 4_001, 6_736)]
    [InlineData(31, 7_530, 12_679)]
    [InlineData(32, 7_841, 12_163)]
    [InlineData(40, 9_741, 15_112)]
    public void N_ahead_have_the_multipliers_of_their_bucket(int ahead, int median, int promise)
    {
        // ex = 10 and xp = 50: d = (n + 1) · 300 s, of which the estimate takes .8 where somebody is ahead, who has waited 0 s. The buckets 0, 1,
        // 2-3, 4-7, 8-15, 16-31, 32+
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
        Assert.Equal((208, 691), Now(workspace, call));

        workspace.SignIn("ann", takeOver: true, Agents.Presence.Available, "chat");
        Assert.Equal(Trust.Unknown, Trusted(workspace, call));
        Assert.Equal(Trust.Unknown, Trusted(workspace.Reload(), call));
        Assert.Equal(0, Assert.Single(workspace.Engine.LiveRows()).Agents);

        workspace.SignIn("ann", takeOver: true);
        Assert.Equal((208, 691), Now(workspace, call));
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
        var inHand = workspace.Submit("call");
        workspace.Accept(inHand);
        for (var i = 0; i < 21; i++)
        {
            var call = workspace.Submit("call");
            trusts.Add(workspace.Ticket(call).Told.Trust);
            workspace.After(1).Complete(inHand);
            workspace.Accept(inHand = call);
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

    [Fact]
    public void Class_IsSavedOnlyWhereSomethingOfItCounts()
    {
        var workspace = Busy();
        var engine = workspace.Engine;

        // It waits for an agent: from now on exposure counts.
        engine.Apply(Call("1"), workspace.Now);
        Assert.Equal(workspace.Now, Assert.Single(engine.TakeChanges().WaitClasses).CountedUntil);

        // It is offered to one after a minute, and then nothing counts any more.
        engine.Apply(new PutAgent(new AgentProfile { Id = "bob" }), workspace.Now + 60_000);
        engine.Apply(new SignIn("bob", "s", TakeOver: false, [], Presence.Available), workspace.Now + 60_000);
        var offered = Assert.Single(engine.TakeChanges().WaitClasses);
        Assert.Equal((0, 51), (offered.CountedUntil, offered.Exposure));

        // Whoever is offered to an agent at once changes nothing.
        engine.Apply(new PutAgent(new AgentProfile { Id = "cyd" }), workspace.Now + 60_000);
        engine.Apply(new SignIn("cyd", "s", TakeOver: false, [], Presence.Available), workspace.Now + 60_000);
        engine.TakeChanges();
        engine.Apply(Call("2"), workspace.Now + 60_000);
        Assert.Empty(engine.TakeChanges().WaitClasses);
    }

    private static Submit Call(string externalId) =>
        new(new TicketContent { Source = "test", ExternalId = externalId, Channel = "call", Queue = Rules.Service });

    /// <summary>An agent with a call that he accepted at once: ex = 10, xp = 50.</summary>
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
