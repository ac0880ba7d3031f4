using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

/// <summary>Who gets a ticket of a queue that has a strategy of its own.</summary>
public sealed class SelectionTests
{
    [Fact]
    public void Best_fit_takes_the_highest_level_in_the_skill_asked_for()
    {
        var workspace = With(QueuePolicy.BestFit)
            .Agent("ann", Skilled(("billing", 3))).After(1).Agent("bob", Skilled(("billing", 5))).After(1).Agent("cid", Skilled(("billing", 4), ("loans", 5)));
        Assert.Equal(["bob", "cid", "ann", ""], Calls(workspace, 4, c => c with { Skills = [new("billing", 2)] }));
    }

    [Fact]
    public void Best_fit_adds_up_the_levels_of_all_skills_asked_for()
    {
        var workspace = With(QueuePolicy.BestFit)
            .Agent("ann", Skilled(("billing", 5), ("loans", 1))).After(1).Agent("bob", Skilled(("billing", 3), ("loans", 4)));
        Assert.Equal(["bob", "ann"], Calls(workspace, 2, c => c with { Skills = [new("billing", 1), new("loans", 1)] }));
    }

    [Fact]
    public void Best_fit_takes_a_native_speaker_before_one_of_a_second_language()
    {
        var workspace = With(QueuePolicy.BestFit).Agent("ann", Speaks("he", 4)).After(1).Agent("bob", Speaks("he", 5));
        Assert.Equal(["bob", "ann"], Calls(workspace, 2, c => c with { Languages = [new("he", 3, 0)] }));
    }

    [Fact]
    public void Best_fit_takes_the_longest_idle_of_equals()
    {
        var workspace = With(QueuePolicy.BestFit).Agent("zoe", Skilled(("billing", 3))).After(1).Agent("ann", Skilled(("billing", 3)));
        Assert.Equal(["zoe", "ann"], Calls(workspace, 2, c => c with { Skills = [new("billing", 1)] }));
    }

    [Fact]
    public void Best_fit_knows_a_changed_profile_at_once()
    {
        var workspace = With(QueuePolicy.BestFit).Agent("ann", Skilled(("billing", 3))).Agent("bob", Skilled(("billing", 4)));
        Assert.Equal(["bob"], Calls(workspace, 1, c => c with { Skills = [new("billing", 1)] }, ends: true));
        workspace.Register("ann", Skilled(("billing", 5)));
        Assert.Equal(["ann"], Calls(workspace, 1, c => c with { Skills = [new("billing", 1)] }, ends: true));
        workspace.SignOut("ann");
        workspace.Do(new DeleteAgent("ann"));
        workspace.Agent("cid", Skilled(("billing", 2)));
        Assert.Equal(["bob", "cid"], Calls(workspace, 2, c => c with { Skills = [new("billing", 1)] }));
    }

    [Fact]
    public void Best_fit_gives_a_ticket_whose_step_widens_to_whoever_fits_what_was_asked_best()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Selection = QueuePolicy.BestFit, Steps = [new() { AfterMs = 10_000, LowerSkillLevels = 3 }] }))
            .Agent("ann", Skilled(("billing", 2))).After(1).Agent("bob", Skilled(("billing", 3)));
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 5)] });
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal("bob", workspace.After(10).Holder(call));
    }

    [Fact]
    public void Round_robin_takes_each_in_turn_whoever_became_free_first()
    {
        var workspace = With(QueuePolicy.RoundRobin).Agent("bob").After(1).Agent("ann").After(1).Agent("cid").After(1);
        Assert.Equal(["bob", "ann", "cid", "bob"], Calls(workspace, 4, ends: true));
    }

    [Fact]
    public void Round_robin_goes_on_where_it_was_after_a_restart()
    {
        var workspace = With(QueuePolicy.RoundRobin).Agent("bob").Agent("ann").Agent("cid");
        Assert.Equal(["bob"], Calls(workspace, 1, ends: true));
        Assert.Equal(["ann", "cid"], Calls(workspace.Reload(), 2, ends: true));
        Assert.Equal(["bob"], Calls(workspace.Reload(), 1, ends: true));
    }

    [Fact]
    public void Round_robin_passes_over_whoever_cannot_and_does_not_wait_for_him()
    {
        var workspace = With(QueuePolicy.RoundRobin).Agent("ann").Agent("bob", Skilled(("billing", 1))).Agent("cid", Skilled(("billing", 1)));
        Assert.Equal(["bob", "cid", "bob"], Calls(workspace, 3, c => c with { Skills = [new("billing", 1)] }, ends: true));
        Assert.Equal(["cid", "ann"], Calls(workspace, 2, ends: true));
    }

    [Fact]
    public void Round_robin_counts_each_queue_for_itself()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp with
        {
            Queues = [Rules.Queue("sales") with { Selection = QueuePolicy.RoundRobin }, Rules.Queue(Rules.Service) with { Selection = QueuePolicy.RoundRobin }],
        }).Agent("ann").Agent("bob");
        Assert.Equal(["ann"], Calls(workspace, 1, ends: true));
        Assert.Equal(["ann", "bob"], Calls(workspace, 2, c => c with { Queue = "sales" }, ends: true));
        Assert.Equal(["bob"], Calls(workspace, 1, ends: true));
    }

    [Fact]
    public void Least_loaded_counts_tickets_and_not_their_share_of_capacity()
    {
        var workspace = With(QueuePolicy.LeastLoaded).Agent("ann", p => p with { Capacity = 1_000 }).After(1).Agent("bob");
        Assert.Equal("ann", Accepted(workspace));
        Assert.Equal("bob", Accepted(workspace));
        Assert.Equal("ann", Accepted(workspace));
        Assert.Equal("bob", Accepted(workspace));
    }

    [Fact]
    public void A_queue_that_changes_its_strategy_uses_it_from_the_next_ticket_on()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann", Skilled(("billing", 1))).After(1).Agent("bob", Skilled(("billing", 5)));
        Assert.Equal(["ann"], Calls(workspace, 1, c => c with { Skills = [new("billing", 1)] }, ends: true));
        foreach (var (selection, first) in new[] { (QueuePolicy.BestFit, "bob"), (QueuePolicy.RoundRobin, "ann"), (QueuePolicy.LeastLoaded, "bob"), (QueuePolicy.LongestIdle, "ann") })
        {
            workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service) with { Selection = selection }] });
            Assert.Equal([first], Calls(workspace, 1, c => c with { Skills = [new("billing", 1)] }, ends: true));
        }
    }

    [Theory]
    [InlineData(QueuePolicy.BestFit)]
    [InlineData(QueuePolicy.RoundRobin)]
    [InlineData(QueuePolicy.LeastLoaded)]
    public void A_rare_skill_is_found_in_a_crowd(string selection)
    {
        var workspace = With(selection);
        for (var i = 0; i < 300; i++)
        {
            workspace.Agent($"agent {i:000}", i is 250 or 270 ? Skilled(("loans", 5)) : null);
        }

        Assert.Equal(["agent 250", "agent 270", ""], Calls(workspace, 3, c => c with { Skills = [new("loans", 4)] }));
    }

    private static Workspace With(string selection) =>
        new(Rules.WithoutWrapUp with { Queues = [Rules.Queue(Rules.Service) with { Selection = selection }] });

    private static List<string> Calls(Workspace workspace, int count, Func<TicketContent, TicketContent>? change = null, bool ends = false)
    {
        var holders = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var call = workspace.Submit("call", change);
            holders.Add(workspace.Holder(call));
            if (ends)
            {
                workspace.Accept(call);
                workspace.After(1).Complete(call);
            }
        }

        return holders;
    }

    private static Func<AgentProfile, AgentProfile> Skilled(params (string Skill, int Level)[] skills) =>
        p => p with { Skills = skills.ToDictionary(s => s.Skill, s => s.Level) };

    private static Func<AgentProfile, AgentProfile> Speaks(string language, int level) =>
        p => p with { Languages = new Dictionary<string, int> { [language] = level } };

    private static string Accepted(Workspace workspace)
    {
        var chat = workspace.Submit("chat");
        workspace.Accept(chat);
        return workspace.Holder(chat);
    }
}
