using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class PolicyTests
{
    private static readonly Actor Sue = new(ActorKind.Admin, "sue");

    [Fact]
    public void A_loaded_engine_tells_the_skills_of_each_waiting_ticket_in_its_own_order_after_the_policy_changed()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Skills = [new("billing", 3)] }));
        var calls = new[]
        {
            workspace.Submit("call", c => c with { Skills = [new("cards", 1)] }),
            workspace.Submit("call", c => c with { Skills = [new("billing", 1), new("cards", 1)] }),
        };
        workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service)] });
        var told = calls.Select(Asked).ToList();

        workspace.Reload();

        Assert.Equal(["cards, billing", "billing, cards"], told);
        Assert.Equal(told, calls.Select(Asked));

        string Asked(string id) => string.Join(", ", workspace.Engine.Ticket(id)!.Steps[0].Requirement.Skills.Select(s => s.Name));
    }

    [Fact]
    public void A_change_is_the_next_version_and_names_who_made_it()
    {
        var workspace = new Workspace();
        Assert.Equal(3L, workspace.Do(new ChangePolicy(p => p with { DefaultCapacity = 50 }, 2, Sue, "workspace")));
        Assert.Equal((3, 50), (workspace.Engine.Policy.Version, workspace.Engine.Policy.DefaultCapacity));
        var changed = workspace.FactsOf<PolicyChanged>()[^1];
        Assert.Equal((3, Sue, "workspace"), (changed.Version, changed.By, changed.What));
        Assert.Equal(3, workspace.Reload().Engine.Policy.Version);
    }

    [Fact]
    public void Every_version_of_a_batch_is_saved()
    {
        var workspace = new Workspace();
        workspace.Engine.Apply(new ChangePolicy(p => p with { DefaultCapacity = 50 }, By: Sue), workspace.Now);
        workspace.Engine.Apply(new ChangePolicy(p => p with { OffersPerAgent = 2 }), workspace.Now + 1_000);
        workspace.After(1);

        Assert.Equal([2L, 3, 4], workspace.Saved.Policies.Select(p => p.Policy.Version));
        Assert.Equal(
            [(50, 0, Sue, workspace.Now - 1_000), (50, 2, null, workspace.Now)],
            workspace.Saved.Policies.Skip(1).Select(p => (p.Policy.DefaultCapacity, p.Policy.OffersPerAgent, p.By, p.At)));
    }

    [Fact]
    public void A_change_of_another_version_than_expected_is_refused_with_the_present_one()
    {
        var workspace = new Workspace();
        var outcome = workspace.Try(new ChangePolicy(p => p, 1, Sue));
        Assert.Equal((Reason.VersionConflict, "2"), (outcome.Reason, outcome.Metadata["version"]));
    }

    [Fact]
    public void Waiting_tickets_keep_their_due_times_and_get_the_steps_in_force()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 10_000, DropAllSkills = true }] }));
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 1)] });
        var before = workspace.Ticket(call);
        workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service) with { Channels = [new("call", TargetSeconds: 1)] }] });
        Assert.Equal((before.DueAt, 2), (workspace.Ticket(call).DueAt, workspace.Ticket(call).Steps.Count));
        workspace.Agent("ann");
        Assert.Equal("", workspace.Reload().After(10).Holder(call));
        Assert.Equal((before.DueAt, 1), (workspace.Ticket(call).DueAt, workspace.Ticket(call).Steps.Count));
    }

    [Fact]
    public void New_tickets_follow_the_new_rules()
    {
        var workspace = new Workspace();
        workspace.Submit("call");
        workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service) with { Channels = [new("call", TargetSeconds: 1)] }] });
        var call = workspace.Submit("call");
        Assert.Equal(workspace.Now + 1_000, workspace.Ticket(call).DueAt);
    }

    [Fact]
    public void More_capacity_is_filled_the_least_loaded_agent_first()
    {
        var workspace = new Workspace(Rules.Standard with { DefaultCapacity = 30 }).Agent("ann").Agent("bob");
        workspace.Accept(workspace.Submit("chat"));
        workspace.Accept(workspace.Submit("chat"));
        workspace.After(15).Complete("1-2");
        workspace.After(15);
        workspace.Change(p => p with { DefaultCapacity = 25 });
        var waiting = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(waiting));
        workspace.Change(p => p with { DefaultCapacity = 100 });
        Assert.Equal("bob", workspace.Holder(waiting));
    }

    [Fact]
    public void A_flood_that_becomes_possible_is_shared_out_by_load()
    {
        var workspace = new Workspace(Rules.WithChannel("email", c => c with { Max = 0 })).Agent("ann").Agent("bob");
        var emails = Enumerable.Range(0, 6).Select(_ => workspace.Submit("email")).ToList();
        workspace.Change(_ => Rules.WithChannel("email", c => c with { Max = 5 }));
        Assert.Equal(["ann", "bob", "ann", "bob", "ann", "bob"], emails.Select(workspace.Holder));
    }

    [Fact]
    public void A_channel_that_becomes_interruptible_takes_its_waiting_tickets_along()
    {
        var workspace = new Workspace();
        var chat = workspace.Submit("chat");
        workspace.Change(p => p.WithChannel("chat", c => c with { Interruptible = true, AcceptMode = AcceptMode.Auto }));
        var call = workspace.After(1).Submit("call");
        workspace.Agent("ann");
        Assert.Equal(("", "ann"), (workspace.Holder(chat), workspace.Holder(call)));
        workspace.End(call);
        Assert.Equal(("ann", TicketState.Assigned), (workspace.Holder(chat), workspace.State(chat)));
        workspace.Agent("bob");
        Assert.Equal("bob", workspace.Holder(workspace.Submit("call")));
    }

    [Fact]
    public void A_channel_that_is_no_longer_exclusive_releases_the_agents_it_held()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        var call = workspace.Submit("call");
        Assert.Equal("ann", workspace.Ticket(call).HeldAgentId);
        workspace.Change(p => p.WithChannel("call", c => c with { Exclusive = false }));
        Assert.Equal("", workspace.Ticket(call).HeldAgentId);
    }

    [Fact]
    public void A_channel_with_open_tickets_stays()
    {
        var workspace = new Workspace();
        var chat = workspace.Submit("chat");
        Assert.Equal(Reason.InUse, workspace.Refusal(WithoutChat()));
        workspace.End(chat);
        workspace.Do(WithoutChat());
        Assert.DoesNotContain(workspace.Reload().Engine.LiveRows(), r => r.Channel == "chat");
    }

    [Fact]
    public void A_channel_that_was_away_for_a_while_goes_on_with_its_estimates()
    {
        var live = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var loaded = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        foreach (var workspace in new[] { live, loaded })
        {
            workspace.Accept(workspace.Submit("chat"));
            workspace.After(100).Complete("1-1");
            workspace.Do(WithoutChat());
        }

        loaded.Reload();
        foreach (var workspace in new[] { live, loaded })
        {
            workspace.Change(_ => Rules.WithoutWrapUp);
            workspace.Submit("chat");
        }

        Assert.Equal(live.FactsOf<TicketEntered>()[^1].Told, loaded.FactsOf<TicketEntered>()[^1].Told);
    }

    [Fact]
    public void Channels_may_come_and_go_as_long_as_few_have_had_tickets()
    {
        var workspace = new Workspace().Agent("ann");
        for (var i = 0; i < 40; i++)
        {
            var name = $"channel-{i}";
            workspace.Change(p => p with
            {
                Channels = [.. Rules.Standard.Channels, new ChannelPolicy { Name = name }],
                Queues = [Rules.Queue(Rules.Service) with { Channels = [new("call"), new(name)] }],
            });
        }

        workspace.Change(p => p with { Channels = [.. Rules.Standard.Channels, .. Enumerable.Range(0, 13).Select(i => new ChannelPolicy { Name = $"c{i}" })], Queues = [] });
        Assert.Equal(Reason.TooLarge, workspace.Refusal(new ChangePolicy(p => p with { Channels = [.. p.Channels, new ChannelPolicy { Name = "one-more" }] })));
    }

    [Fact]
    public void A_queue_with_open_tickets_or_agents_stays()
    {
        var workspace = new Workspace().Register("ann", p => p with { Queues = [Rules.Service] });
        var call = workspace.Submit("call");
        var without = new ChangePolicy(p => p with { Queues = [] });
        Assert.Equal(Reason.InUse, workspace.Refusal(without));
        workspace.End(call);
        Assert.Equal(Reason.InUse, workspace.Refusal(without));
        workspace.Register("ann").Do(without);
        Assert.Empty(workspace.Reload().Engine.Policy.Queues);
    }

    [Fact]
    public void A_skill_that_an_agent_has_stays()
    {
        var workspace = new Workspace().Register("ann", p => p with { Skills = new Dictionary<string, int> { ["loans"] = 1 } });
        Assert.Equal(Reason.InUse, workspace.Refusal(new ChangePolicy(p => p with { Skills = [new("billing")] })));
    }

    public static TheoryData<string, Reason> Wrong => new()
    {
        { "channel", Reason.UnknownChannel },
        { "selection", Reason.UnknownSelection },
        { "skill", Reason.UnknownSkill },
        { "dropped skill", Reason.UnknownSkill },
        { "queue of a step", Reason.UnknownQueue },
        { "exclusive and interruptible", Reason.InvalidRequest },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_does_not_hang_together_is_refused(string what, Reason reason)
    {
        var queue = Rules.Queue(Rules.Service);
        var policy = what switch
        {
            "channel" => Rules.WithService(q => q with { Channels = [new("fax")] }),
            "selection" => Rules.WithService(q => q with { Selection = "by-height" }),
            "skill" => Rules.WithService(q => q with { Skills = [new("juggling", 1)] }),
            "dropped skill" => Rules.WithService(q => q with { Steps = [new() { AfterMs = 1, DropSkills = ["juggling"] }] }),
            "queue of a step" => Rules.WithService(q => q with { Steps = [new() { AfterMs = 1, Queue = "nowhere" }] }),
            _ => Rules.WithChannel("call", c => c with { Interruptible = true }),
        };
        var workspace = new Workspace();
        Assert.Equal(reason, workspace.Refusal(new ChangePolicy(_ => policy)));
        Assert.Equal(2, workspace.Engine.Policy.Version);
    }

    private static ChangePolicy WithoutChat() => new(
        p => p with
        {
            Channels = [.. p.Channels.Where(c => c.Name != "chat")],
            Queues = [Rules.Queue(Rules.Service) with { Channels = [new("call")] }],
        });
}
