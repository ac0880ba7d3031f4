using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class EscalationTests
{
    private const string Leads = "leads";

    private static readonly WorkspacePolicy Policy = (Rules.WithoutWrapUp with
    {
        Queues =
        [
            Rules.Queue(Leads),
            Rules.Queue(Rules.Service) with { CooldownSeconds = 1, Escalation = new() { AfterMs = 0, Queue = Leads, DropAllSkills = true, LowerLanguageLevels = 2 } },
        ],
    }).WithChannel("call", c => c with { MissedLimit = 0 });

    [Fact]
    public void After_the_third_transfer_only_those_who_decide_get_it()
    {
        var workspace = Staffed(Policy);
        var call = workspace.Submit("call", c => c with { Languages = [new("he", 4, 0)], Skills = [new("billing", 1)] });
        Transfer(workspace, call, times: 2);
        Assert.Equal("service/he>=4/billing>=1", workspace.Ticket(call).Steps.Single().Requirement.Key);
        Transfer(workspace, call, times: 1);
        Assert.Equal("leads/he>=2/", workspace.Reload().Ticket(call).Steps.Single().Requirement.Key);
        Assert.Equal((TicketState.Queued, ""), (workspace.State(call), workspace.Holder(call)));
        workspace.Agent("lea", p => p with { Queues = [Leads], Languages = new Dictionary<string, int> { ["he"] = 2 } });
        Assert.Equal("lea", workspace.Holder(call));
    }

    [Fact]
    public void After_the_tenth_decline_only_those_who_decide_get_it()
    {
        var workspace = Staffed(Policy);
        var call = workspace.Submit("call");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal((i, TicketState.Offered), (workspace.Ticket(call).Declines, workspace.State(call)));
            workspace.Decline(call);
            workspace.After(1);
        }

        Assert.Equal("leads//", workspace.Reload().Ticket(call).Steps.Single().Requirement.Key);
        Assert.Equal(TicketState.Queued, workspace.After(100).State(call));
    }

    [Fact]
    public void Without_an_escalation_it_goes_on_as_before()
    {
        var workspace = Staffed(Rules.WithoutWrapUp);
        var call = workspace.Submit("call");
        Transfer(workspace, call, times: 4);
        Assert.Equal((4, TicketState.Offered), (workspace.Ticket(call).Transfers, workspace.State(call)));
    }

    [Fact]
    public void An_escalation_that_names_what_is_not_there_is_not_published()
    {
        var workspace = new Workspace();
        Assert.Equal(Reason.UnknownQueue, Publish(new() { AfterMs = 0, Queue = "nowhere" }));
        Assert.Equal(Reason.UnknownSkill, Publish(new() { AfterMs = 0, DropSkills = ["juggling"] }));

        Reason Publish(QueueStep escalation) => workspace.Refusal(new ChangePolicy(_ => Rules.WithService(q => q with { Escalation = escalation })));
    }

    private static Workspace Staffed(WorkspacePolicy policy)
    {
        var workspace = new Workspace(policy);
        foreach (var id in new[] { "ann", "bob", "cid" })
        {
            workspace.Agent(id, p => p with
            {
                Queues = [Rules.Service],
                Skills = new Dictionary<string, int> { ["billing"] = 3 },
                Languages = new Dictionary<string, int> { ["he"] = 5 },
            });
        }

        return workspace;
    }

    private static void Transfer(Workspace workspace, string call, int times)
    {
        var skills = workspace.Ticket(call).Content.Skills;
        for (var i = 0; i < times; i++)
        {
            workspace.Accept(call);
            workspace.Do(new Transfer(workspace.Holder(call), call, workspace.Ticket(call).AssignmentNo, new("", null, skills), ""));
        }
    }
}
