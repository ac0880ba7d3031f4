using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Classification;

/// <summary>Where a ticket goes that names no queue, and what it asks there.</summary>
public sealed class ClassificationTests
{
    [Fact]
    public void The_first_rule_that_matches_counts()
    {
        var workspace = With(
            Rule("chats", "chats", Field("channel", Comparison.Equal, "chat")),
            Rule("hebrew", "hebrew", Field("language", Comparison.Prefix, "he")),
            Rule("late", "late"));
        Assert.Equal("chats", QueueOf(workspace, "chat", c => c with { Languages = [new("he", 1, 0)] }));
        Assert.Equal("hebrew", QueueOf(workspace, "call", c => c with { Languages = [new("he-il", 1, 0)] }));
        Assert.Equal("late", QueueOf(workspace, "call"));
    }

    [Fact]
    public void A_ticket_that_no_rule_matches_goes_to_the_default_queue()
    {
        var workspace = With(Rule("chats", "chats", Field("channel", Comparison.Equal, "chat")));
        Assert.Equal(Rules.Service, QueueOf(workspace, "call"));
    }

    [Fact]
    public void A_ticket_that_names_its_queue_is_not_classified()
    {
        var workspace = With(Setting("all", new ClassificationTarget { Queue = "late", Skills = [new("loans", 5)], Priority = 9 }));
        var content = workspace.Ticket(workspace.Submit("call")).Content;
        Assert.Equal((Rules.Service, 0, 0), (content.Queue, content.Skills.Count, content.Priority));
        Assert.Null(content.Classified);
    }

    [Fact]
    public void Without_rules_and_a_default_queue_a_ticket_has_to_name_its_queue() =>
        Assert.Equal(Reason.EmptyId, new Workspace().Refusal(new Submit(Content("call"))));

    [Fact]
    public void A_queue_that_does_not_take_the_channel_refuses_a_classified_ticket_too()
    {
        var workspace = new Workspace(Rules.Standard with
        {
            Queues = [Rules.Queue(Rules.Service) with { Channels = [new("chat")] }],
            DefaultQueue = Rules.Service,
        });
        Assert.Equal(Reason.ChannelNotTaken, workspace.Refusal(new Submit(Content("call"))));
    }

    [Fact]
    public void A_rule_sets_what_the_ticket_does_not_say_itself()
    {
        var workspace = With(Setting("all", new ClassificationTarget
        {
            Skills = [new("billing", 2)],
            Languages = [new("ru", 3, 0)],
            Priority = 4,
            Segment = "gold",
        }));
        var said = Classified(workspace, c => c with { Skills = [new("cards", 1)], Languages = [new("he", 1, 0)], Priority = 1, Segment = "dissatisfied" });
        var silent = Classified(workspace);
        Assert.Equal(("cards", "he", 1, "dissatisfied"), (said.Skills[0].Name, said.FirstLanguage, said.Priority, said.Segment));
        Assert.Equal((new SkillNeed("billing", 2), "ru", 4, "gold"), (silent.Skills[0], silent.FirstLanguage, silent.Priority, silent.Segment));
    }

    [Fact]
    public void Queue_skill_and_language_may_come_from_attributes_that_name_what_there_is()
    {
        var workspace = With(Setting("all", new ClassificationTarget
        {
            Queue = "late",
            QueueAttribute = "department",
            Skills = [new("cards", 2)],
            SkillAttribute = "product",
            LanguageAttribute = "tongue",
        }));
        var known = Classified(workspace, c => c with { Attributes = [new("department", "chats"), new("product", "loans"), new("tongue", "PT-BR")] });
        var unknown = Classified(workspace, c => c with { Attributes = [new("department", "no such"), new("product", "no such"), new("tongue", "no such\u0007")] });
        Assert.Equal(("chats", 2, "loans", "pt-br"), (known.Queue, known.Skills.Count, known.Skills[1].Name, known.FirstLanguage));
        Assert.Equal(("late", 1, ""), (unknown.Queue, unknown.Skills.Count, unknown.FirstLanguage));
    }

    [Fact]
    public void A_head_start_of_the_rule_is_added_to_those_of_priority_and_segment()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { PriorityHeadStart = new Dictionary<int, int> { [4] = 30 } }) with
        {
            Rules = [new ClassificationRule { Name = "all", Targets = [new() { Priority = 4, HeadStartSeconds = 60 }] }],
            DefaultQueue = Rules.Service,
        });
        var ticket = workspace.Ticket(Submit(workspace, "call"));
        Assert.Equal((90_000, -70_000), (ticket.HeadStartMs, ticket.DueAt - ticket.EnteredAt));
    }

    [Fact]
    public void Steps_of_the_rule_replace_those_of_the_queue_and_survive_a_crash()
    {
        var workspace = With(
            Setting(
                "gold",
                new ClassificationTarget { Skills = [new("loans", 4)], Steps = [new() { AfterMs = 10_000, DropAllSkills = true }] },
                Field("segment", Comparison.Equal, "gold")),
            Setting("all", new ClassificationTarget { Skills = [new("loans", 4)] })).Agent("ann");
        var gold = Submit(workspace, "call", c => c with { Segment = "gold" });
        var other = Submit(workspace, "call");
        workspace.Reload().After(9.9);
        Assert.Equal((TicketState.Queued, TicketState.Queued), (workspace.State(gold), workspace.State(other)));
        workspace.After(0.1);
        Assert.Equal(("ann", TicketState.Queued), (workspace.Holder(gold), workspace.State(other)));
    }

    [Fact]
    public void In_another_queue_the_steps_are_those_of_that_queue_again()
    {
        var workspace = With(Setting("all", new ClassificationTarget { Skills = [new("loans", 4)], Steps = [new() { AfterMs = 0, DropAllSkills = true }] })).Agent("ann");
        var call = Submit(workspace, "call");
        workspace.Accept(call);
        workspace.Do(new Transfer("ann", call, 1, new HandoverTarget("late", null, [new("loans", 5)]), ""));
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal(["late//loans>=5"], workspace.Ticket(call).Steps.Select(s => s.Requirement.Key));
        Assert.Equal("all", workspace.Reload().Ticket(call).Content.Classified!.Rule);
    }

    [Fact]
    public void A_split_is_the_same_for_the_same_customer_and_shared_by_weight()
    {
        var workspace = With(new ClassificationRule
        {
            Name = "trial",
            Targets = [new() { Queue = "late", Weight = 1 }, new() { Queue = "chats", Weight = 3 }],
        });
        var queues = Enumerable.Range(0, 400).Select(i => QueueOf(workspace, "call", c => c with { CustomerId = $"customer {i}" })).ToList();
        var again = Enumerable.Range(0, 400).Select(i => QueueOf(workspace.Reload(), "call", c => c with { CustomerId = $"customer {i}" }));
        Assert.InRange(queues.Count(q => q == "late"), 70, 130);
        Assert.Equal(queues, again);
    }

    [Fact]
    public void A_changed_policy_classifies_the_next_ticket()
    {
        var workspace = With(Rule("all", "late"));
        Assert.Equal("late", QueueOf(workspace, "call"));
        workspace.Change(p => p with { Rules = [Rule("all", "chats")] });
        Assert.Equal("chats", QueueOf(workspace, "call"));
    }

    [Fact]
    public void Rules_that_name_what_there_is_not_are_all_told()
    {
        var wrong = Rules.Standard with
        {
            DefaultQueue = "nowhere",
            Rules =
            [
                new ClassificationRule
                {
                    Name = "wrong",
                    Targets = [new() { Queue = "gone", Skills = [new("juggling", 1)], Segment = "platinum", Steps = [new() { AfterMs = 0, Queue = "far", DropSkills = ["singing"] }] }],
                },
            ],
        };
        var workspace = new Workspace();
        Assert.Equal(
            [
                "default_queue UnknownQueue", "rules[0].targets[0].queue UnknownQueue", "rules[0].targets[0].skills[0].skill UnknownSkill",
                "rules[0].targets[0].segment UnknownSegment", "rules[0].targets[0].steps[0].queue UnknownQueue",
                "rules[0].targets[0].steps[0].drop_skills[0] UnknownSkill",
            ],
            workspace.Engine.Mistakes(wrong).Select(m => $"{m.Path} {m.Reason}"));
        Assert.Equal(Reason.UnknownQueue, workspace.Refusal(new ChangePolicy(_ => wrong)));
        Assert.Equal(Reason.EmptyId, workspace.Refusal(new ChangePolicy(_ => Rules.Standard with { Rules = [Rule("all", Rules.Service)] })));
    }

    private static Workspace With(params ClassificationRule[] rules) => new(Rules.Standard with
    {
        Queues = [Rules.Queue("chats"), Rules.Queue("hebrew"), Rules.Queue("late"), Rules.Queue(Rules.Service)],
        Rules = rules,
        DefaultQueue = Rules.Service,
    });

    private static ClassificationRule Rule(string name, string queue, params ConditionPart[] when) =>
        new() { Name = name, When = when, Targets = [new() { Queue = queue }] };

    private static ClassificationRule Setting(string name, ClassificationTarget target, params ConditionPart[] when) =>
        new() { Name = name, When = when, Targets = [target] };

    private static ConditionPart Field(string field, Comparison comparison, params string[] values) => new(ConditionKind.Field, 0, field, comparison, values);

    private static TicketContent Content(string channel) => new() { Source = "test", ExternalId = "x", Channel = channel, Queue = "" };

    private static string Submit(Workspace workspace, string channel, Func<TicketContent, TicketContent>? change = null) =>
        workspace.Submit(channel, c => (change is null ? c : change(c)) with { Queue = "" });

    private static TicketContent Classified(Workspace workspace, Func<TicketContent, TicketContent>? change = null) =>
        workspace.Ticket(Submit(workspace, "call", change)).Content;

    private static string QueueOf(Workspace workspace, string channel, Func<TicketContent, TicketContent>? change = null) =>
        workspace.Ticket(Submit(workspace, channel, change)).Content.Queue;
}
