using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class ProfileTests
{
    [Fact]
    public void Put_NewSkills_GivesWhatWaitsForThem()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 3)] });
        Assert.Equal(TicketState.Queued, workspace.State(call));
        workspace.Register("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 3 } });
        Assert.Equal("ann", workspace.Holder(call));
    }

    [Fact]
    public void Put_WithoutWhatAnOfferAsks_WithdrawsItWithoutBlame()
    {
        var workspace = new Workspace().Agent("ann", Billing);
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 1)] });
        workspace.Register("ann");
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal(OfferEnd.ProfileChanged, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
    }

    [Fact]
    public void Put_WithoutWhatHisWorkAsks_LeavesAcceptedWorkToHim()
    {
        var workspace = new Workspace().Agent("ann", Billing);
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 1)] });
        workspace.Accept(call);
        workspace.Register("ann");
        Assert.Equal("ann", workspace.Holder(call));
        workspace.Complete(call);
        Assert.Equal(TicketState.WrappingUp, workspace.State(call));
    }

    [Fact]
    public void Put_ThatOpensAnEarlierTicket_GivesThatFirst()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 5_000, DropAllSkills = true }] }))
            .Agent("ann", Billing);
        var earlier = workspace.Submit("call", c => c with { Skills = [new("cards", 1)] });
        var offered = workspace.After(0.001).Submit("call", c => c with { Skills = [new("billing", 1)] });
        Assert.Equal("ann", workspace.Holder(offered));
        workspace.After(4.999).After(0.001).Register("ann", p => p with { Skills = new Dictionary<string, int> { ["cards"] = 1 } });
        Assert.Equal(("ann", ""), (workspace.Holder(earlier), workspace.Holder(offered)));
    }

    [Fact]
    public void Put_MoreCapacity_FillsIt()
    {
        var workspace = new Workspace().Agent("ann", p => p with { Channels = [new("chat", 30, 1)] });
        workspace.Accept(workspace.Submit("chat"));
        var second = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(second));
        workspace.Register("ann");
        Assert.Equal(TicketState.Offered, workspace.State(second));
    }

    [Fact]
    public void Put_ByWhomAHoldIsNoLongerServed_ReleasesIt()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        workspace.Submit("call");
        var chat = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(chat));
        workspace.Register("ann", p => p with { Channels = [new("call", 100, 0)] });
        Assert.Equal(TicketState.Offered, workspace.State(chat));
        Assert.Single(workspace.FactsOf<AgentReleased>());
    }

    [Theory]
    [InlineData("juggling", "", "", Reason.UnknownSkill)]
    [InlineData("", "nowhere", "", Reason.UnknownQueue)]
    [InlineData("", "", "fax", Reason.UnknownChannel)]
    public void Put_WithWhatThePolicyDoesNotKnow_IsRefused(string skill, string queue, string channel, Reason reason)
    {
        var profile = new AgentProfile
        {
            Id = "ann",
            Skills = skill.Length > 0 ? new Dictionary<string, int> { [skill] = 1 } : new Dictionary<string, int>(),
            Queues = queue.Length > 0 ? [queue] : [],
            Channels = channel.Length > 0 ? [new(channel, 1, 1)] : [],
        };
        var workspace = new Workspace();
        Assert.Equal(reason, workspace.Refusal(new PutAgent(profile)));
        Assert.Empty(workspace.Engine.Agents());
    }

    [Fact]
    public void Put_TellsWhetherHeIsNew()
    {
        var workspace = new Workspace().Register("ann").Register("ann", p => p with { Name = "Ann" });
        Assert.Equal([(true, ""), (false, "Ann")], workspace.FactsOf<AgentChanged>().Select(f => (f.Created, f.Profile.Name)));
    }

    [Fact]
    public void Delete_OfAnAgentWithASessionOrWork_IsRefused()
    {
        var workspace = new Workspace().Agent("ann");
        Assert.Equal(Reason.InUse, workspace.Refusal(new DeleteAgent("ann")));
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        workspace.SignOut("ann");
        Assert.Equal(Reason.InUse, workspace.Refusal(new DeleteAgent("ann")));
        workspace.After(30).Do(new DeleteAgent("ann"));
        Assert.Null(workspace.Engine.Agent("ann"));
        Assert.Equal(Reason.UnknownAgent, workspace.Refusal(new DeleteAgent("ann")));
    }

    [Fact]
    public void Delete_AndRegisterAgain_MakesANewAgentInTheOldPlace()
    {
        var workspace = new Workspace().Register("ann", Billing).Register("bob");
        workspace.Do(new DeleteAgent("ann"));
        workspace.Agent("ann");
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call", c => c with { Skills = [new("billing", 1)] })));
        Assert.Equal("ann", workspace.Holder(workspace.Submit("call")));
        Assert.Equal(3, workspace.View("ann").Record.Number);
    }

    [Fact]
    public void Deleted_and_registered_in_one_batch_he_is_saved_as_he_is()
    {
        var workspace = new Workspace().Register("ann", Billing);
        workspace.Engine.Apply(new DeleteAgent("ann"), workspace.Now);
        workspace.Engine.Apply(new PutAgent(new AgentProfile { Id = "ann" }), workspace.Now);
        var changes = workspace.Engine.TakeChanges();
        Assert.Empty(changes.DeletedAgents);
        Assert.Empty(Assert.Single(changes.Agents).Profile.Skills);
    }

    [Fact]
    public void Registered_and_deleted_in_one_batch_he_is_not_saved()
    {
        var workspace = new Workspace();
        workspace.Engine.Apply(new PutAgent(new AgentProfile { Id = "ann" }), workspace.Now);
        workspace.Engine.Apply(new DeleteAgent("ann"), workspace.Now);
        var changes = workspace.Engine.TakeChanges();
        Assert.Empty(changes.Agents);
        Assert.Equal(["ann"], changes.DeletedAgents);
    }

    private static AgentProfile Billing(AgentProfile profile) =>
        profile with { Skills = new Dictionary<string, int> { ["billing"] = 5 } };
}
