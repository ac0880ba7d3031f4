using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

public sealed class ReserveTests
{
    [Fact]
    public void The_last_idle_agents_are_kept_free_for_the_channel_that_wants_them()
    {
        var workspace = new Workspace(KeepingForCalls(2)).Agent("ann").Agent("bob").Agent("cid");

        string[] chats = [workspace.Submit("chat"), workspace.Submit("chat")];

        Assert.Equal(["ann", ""], chats.Select(workspace.Holder));
        Assert.Equal("bob", workspace.Holder(workspace.Submit("call")));
        Assert.Equal("cid", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void When_one_more_is_free_than_are_kept_the_longest_idle_is_given_what_waits()
    {
        var workspace = new Workspace(KeepingForCalls(1)).Agent("ann");
        var chat = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(chat));

        workspace.After(10).Reload().Agent("bob");

        Assert.Equal("ann", workspace.Holder(chat));
    }

    [Fact]
    public void An_agent_who_is_not_eligible_himself_frees_one_who_was_kept()
    {
        var workspace = new Workspace(KeepingForCalls(1)).Agent("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 3 } });
        var chat = workspace.Submit("chat", c => c with { Skills = [new("billing", 1)] });

        workspace.Agent("bob");

        Assert.Equal("ann", workspace.Holder(chat));
    }

    [Fact]
    public void An_agent_at_concurrent_work_is_no_longer_idle_and_takes_more_of_it()
    {
        var workspace = new Workspace(KeepingForCalls(1)).Agent("ann").Agent("bob");
        var (first, second) = (workspace.Submit("chat"), workspace.Submit("chat"));

        Assert.Equal(("ann", ""), (workspace.Holder(first), workspace.Holder(second)));
        workspace.Accept(first);

        Assert.Equal("ann", workspace.Holder(second));
    }

    [Fact]
    public void Emails_are_given_to_those_who_are_kept_free_as_they_never_block_a_call()
    {
        var workspace = new Workspace(KeepingForCalls(1)).Agent("ann");

        Assert.Equal("ann", workspace.Holder(workspace.Submit("email")));
        Assert.Equal("ann", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void Another_queue_is_not_given_those_who_are_kept_free()
    {
        var policy = KeepingForCalls(1);
        var workspace = new Workspace(policy with { Queues = [Rules.Queue("sales"), .. policy.Queues] })
            .Agent("ann").Register("bob").Agent("cid", p => p with { Queues = ["sales"] });

        string[] calls = [workspace.Submit("call", c => c with { Queue = "sales" }), workspace.Submit("call", c => c with { Queue = "sales" })];

        Assert.Equal(["cid", ""], calls.Select(workspace.Holder));
        Assert.Equal("ann", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void A_decline_that_frees_one_who_was_kept_gives_him_what_is_due_first_and_not_what_was_declined()
    {
        var workspace = new Workspace(KeepingForCalls(1))
            .Agent("ann").Agent("bob", p => p with { Languages = new Dictionary<string, int> { ["he"] = 3 } });
        var first = workspace.Submit("chat", c => c with { Languages = [new("en", 5, 0), new("he", 3, 1_000)] });
        var declined = workspace.Submit("chat");
        workspace.After(2);
        Assert.Equal(("", "ann"), (workspace.Holder(first), workspace.Holder(declined)));

        workspace.Decline(declined);

        Assert.Equal(("bob", ""), (workspace.Holder(first), workspace.Holder(declined)));
    }

    [Fact]
    public void Explain_says_who_is_kept_free()
    {
        var workspace = new Workspace(KeepingForCalls(1)).Agent("ann");
        var chat = workspace.Submit("chat");

        var told = workspace.Engine.Explain(chat, "ann")!;

        Assert.Equal([WhyNot.Reserved], told.Agent!.WhyNot);
        Assert.Equal((1, 0), (told.Steps[0].Reserved, told.Steps[0].Eligible));
    }

    [Fact]
    public void A_policy_without_the_reserve_gives_out_who_was_kept()
    {
        var workspace = new Workspace(KeepingForCalls(1)).Agent("ann");
        var chat = workspace.Submit("chat");

        workspace.Change(_ => KeepingForCalls(0));

        Assert.Equal("ann", workspace.Holder(chat));
    }

    private static WorkspacePolicy KeepingForCalls(int agents) =>
        Rules.WithService(q => q with { Channels = [.. q.Channels.Select(c => c.Channel == "call" ? c with { Reserve = agents } : c)] });
}
