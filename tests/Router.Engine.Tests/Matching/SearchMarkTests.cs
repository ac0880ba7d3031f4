using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Matching;

/// <summary>A rare skill is not looked for from the start each time: whoever then comes to stand before the place where it was found is found all the same.</summary>
public sealed class SearchMarkTests
{
    public static TheoryData<string> Selections { get; } = [QueuePolicy.LongestIdle, QueuePolicy.LeastLoaded];

    [Theory]
    [MemberData(nameof(Selections))]
    public void Experts_behind_a_crowd_come_in_their_order(string selection)
    {
        var workspace = Crowd(selection);
        Assert.Equal(["ann", "bob", "cid"], [Rare(workspace), Rare(workspace), Rare(workspace)]);
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void Who_gets_his_old_place_back_is_first_again(string selection)
    {
        var workspace = Crowd(selection);
        var first = Submitted(workspace);
        Assert.Equal("bob", Rare(workspace));
        workspace.End(first);
        Assert.Equal("ann", Rare(workspace));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void Who_learns_the_skill_is_first_if_he_is_idle_longest(string selection)
    {
        var workspace = Crowd(selection);
        Assert.Equal("ann", Rare(workspace));
        workspace.Register("crowd 150", Skilled);
        Assert.Equal("crowd 150", Rare(workspace));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void Who_takes_the_channel_again_has_kept_his_place(string selection)
    {
        var workspace = Crowd(selection, among: "zoe");
        workspace.Do(new SetPresence("zoe", Presence.Away, "break", AtOnce: true, Channel: "call"));
        Assert.Equal("ann", Rare(workspace));
        workspace.Do(new SetPresence("zoe", Presence.Available, "", AtOnce: false, Channel: "call"));
        Assert.Equal("zoe", Rare(workspace));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void Who_serves_the_language_again_has_kept_his_place(string selection)
    {
        var workspace = Crowd(selection, among: "zoe");
        workspace.Do(new SignIn("zoe", "en alone", TakeOver: true, [], Presence.Available) { Languages = ["en"] });
        Assert.Equal("ann", Rare(workspace));
        workspace.Do(new SignIn("zoe", "all", TakeOver: true, [], Presence.Available));
        Assert.Equal("zoe", Rare(workspace));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void Who_declined_is_first_for_the_next_ticket(string selection)
    {
        var workspace = Crowd(selection);
        var first = Submitted(workspace);
        workspace.Agent("crowd 400").Decline(first);
        Assert.Equal("bob", workspace.Holder(first));
        Assert.Equal("ann", Rare(workspace));
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void Whom_a_ticket_handed_to_him_by_name_leaves_free_again_has_kept_his_place(string selection)
    {
        var workspace = Crowd(selection);
        var call = Submitted(workspace);
        workspace.Accept(call);
        workspace.Do(new Transfer("ann", call, workspace.Ticket(call).AssignmentNo, new("", null, [], "bob"), ""));
        Assert.Equal("bob", workspace.Holder(call));
        Assert.Equal("cid", Rare(workspace));
        workspace.End(call);
        Assert.Equal(["bob", "ann"], [Rare(workspace), Rare(workspace)]);
    }

    /// <summary>More agents than are looked at one after the other, and behind them three of the skill.</summary>
    private static Workspace Crowd(string selection, string among = "")
    {
        var workspace = new Workspace(Rules.WithoutWrapUp with { Queues = [Rules.Queue(Rules.Service) with { Selection = selection }] });
        for (var i = 0; i < 400; i++)
        {
            workspace.Agent($"crowd {i:000}").After(1);
            if (i == 150 && among.Length > 0)
            {
                workspace.Agent(among, Skilled).After(1);
            }
        }

        return workspace.Agent("ann", Skilled).After(1).Agent("bob", Skilled).After(1).Agent("cid", Skilled).After(1);
    }

    private static string Rare(Workspace workspace) => workspace.Holder(Submitted(workspace));

    private static string Submitted(Workspace workspace) =>
        workspace.Submit("call", c => c with { Skills = [new("loans", 1)], Languages = [new("he", 1, 0)] });

    private static AgentProfile Skilled(AgentProfile profile) => profile with
    {
        Skills = new Dictionary<string, int> { ["loans"] = 3 },
        Languages = new Dictionary<string, int> { ["he"] = 3, ["en"] = 3 },
    };
}
