using Router.Engine.Agents;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

/// <summary>Who gets a ticket: lowest load ratio, then longest idle, then the more common of the rarest languages, then id.</summary>
public sealed class LongestIdleTests
{
    [Fact]
    public void The_agent_who_has_been_available_longest_is_first()
    {
        var workspace = new Workspace().Agent("zoe").After(1).Agent("ann");
        Assert.Equal("zoe", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void A_finished_ticket_makes_an_agent_last()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann").After(1).Agent("bob").After(1).Agent("cid");
        var order = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var call = workspace.After(1).Submit("call");
            order.Add(workspace.Holder(call));
            workspace.Accept(call);
            workspace.Complete(call);
        }

        Assert.Equal(["ann", "bob", "cid", "ann", "bob", "cid"], order);
    }

    [Fact]
    public void Being_available_again_makes_an_agent_last()
    {
        var workspace = new Workspace().Agent("ann").After(1).Agent("bob").After(1);
        workspace.Away("ann");
        workspace.Available("ann");
        Assert.Equal("bob", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void A_new_stream_of_the_same_session_does_not()
    {
        var workspace = new Workspace().Agent("ann").After(1).Agent("bob").After(1);
        workspace.Lose("ann");
        workspace.Resume("ann");
        Assert.Equal("ann", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void The_load_ratio_comes_before_idleness()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp)
            .Agent("ann", p => p with { Capacity = 300 }).After(1).Agent("bob");
        Assert.Equal("ann", Accepted(workspace));
        Assert.Equal("bob", Accepted(workspace));
        Assert.Equal("ann", Accepted(workspace));
        Assert.Equal("ann", Accepted(workspace));
    }

    [Fact]
    public void Of_equals_the_one_goes_whose_rarest_language_more_agents_have()
    {
        var workspace = new Workspace()
            .Agent("ann", Speaks("en", "he")).Agent("bob", Speaks("en", "lt")).Agent("cid", Speaks("en")).Register("dan", Speaks("he"));
        Assert.Equal("cid", workspace.Holder(workspace.Submit("call")));
        Assert.Equal("ann", workspace.Holder(workspace.Submit("call")));
        Assert.Equal("bob", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void A_profile_that_changes_the_counts_changes_the_order()
    {
        var workspace = new Workspace().Agent("ann", Speaks("he")).Agent("bob", Speaks("lt"));
        workspace.Register("cid", Speaks("lt")).Register("dan", Speaks("lt"));
        Assert.Equal("bob", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void Of_equals_in_all_the_smaller_id_goes() =>
        Assert.Equal("ann", new Workspace().Agent("bob").Agent("ann") is var w ? w.Holder(w.Submit("call")) : "");

    [Fact]
    public void A_rare_skill_is_found_in_a_crowd()
    {
        var workspace = new Workspace();
        for (var i = 0; i < 300; i++)
        {
            workspace.Agent($"agent {i:000}", i is 250 or 270 ? Rare : null);
        }

        Assert.Equal("agent 250", workspace.Holder(workspace.Submit("call", c => c with { Skills = [new("loans", 4)] })));
        Assert.Equal("agent 270", workspace.Holder(workspace.Submit("call", c => c with { Skills = [new("loans", 4)] })));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call", c => c with { Skills = [new("loans", 4)] })));
        Assert.Equal("agent 000", workspace.Holder(workspace.Submit("call")));
    }

    private static AgentProfile Rare(AgentProfile profile) =>
        profile with { Skills = new Dictionary<string, int> { ["loans"] = 5 } };

    private static Func<AgentProfile, AgentProfile> Speaks(params string[] languages) =>
        p => p with { Languages = languages.ToDictionary(l => l, _ => 5) };

    private static string Accepted(Workspace workspace)
    {
        var chat = workspace.Submit("chat");
        workspace.Accept(chat);
        return workspace.Holder(chat);
    }
}
