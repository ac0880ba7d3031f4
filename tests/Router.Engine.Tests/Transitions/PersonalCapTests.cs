using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Transitions;

/// <summary>How many tickets wait for one agent, and how long, is the policy's to say.</summary>
public sealed class PersonalCapTests
{
    [Fact]
    public void No_more_tickets_wait_for_one_agent_than_the_policy_says()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp with { MostForOne = 1 }).Agent("bob").Agent("ann");
        workspace.Away("bob");
        var calls = Enumerable.Range(0, 2).Select(_ => Taken(workspace)).ToList();

        var outcomes = calls.Select(c => workspace.Try(new Transfer(workspace.Holder(c), c, 1, new("", null, [], "bob"), "yours"))).ToList();

        Assert.False(outcomes[0].IsRefused);
        Assert.Equal(Reason.Capacity, outcomes[1].Reason);
        Assert.Contains("1 tickets wait", outcomes[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_waits_for_one_agent_for_as_long_as_the_policy_says_at_the_least()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp with { LeastForOneSeconds = 900 }).Agent("bob").Agent("ann");
        workspace.Away("bob");
        var chat = Taken(workspace);

        workspace.Do(new Transfer(workspace.Holder(chat), chat, 1, new("", null, [], "bob"), "yours"));

        Assert.Equal(workspace.Now + 900_000, workspace.FactsOf<AgentWanted>()[^1].Until);
        Assert.Equal("", workspace.After(899).Holder(chat));
        Assert.Equal("ann", workspace.After(1).Holder(chat));
    }

    /// <summary>A chat that ann has.</summary>
    private static string Taken(Workspace workspace)
    {
        var chat = workspace.Submit("chat");
        workspace.Accept(chat);
        return chat;
    }
}
