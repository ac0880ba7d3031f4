using Router.Server.Tests.Edge;

namespace Router.Server.Tests.Policies;

public sealed class ClassificationTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    [Fact]
    public async Task A_submit_without_a_queue_goes_where_the_first_matching_rule_says()
    {
        using var admin = await server.NewWorkspaceAsync();
        await admin.Supervisors.PublishAsync(new() { Policy = WithRules() });

        var rich = await SubmitAsync(admin, "1", t => t.Attributes["amount"] = "2500");
        var poor = await SubmitAsync(admin, "2", t => t.Attributes["amount"] = "10");
        var named = await SubmitAsync(admin, "3", t => (t.Queue, t.Attributes["amount"]) = ("service", "2500"));

        Assert.Equal(("sales", 7, "billing"), (rich.Queue, rich.Priority, Assert.Single(rich.Skills).Skill));
        Assert.Equal(("service", 0, 0), (poor.Queue, poor.Priority, poor.Skills.Count));
        Assert.Equal(("service", 0, 0), (named.Queue, named.Priority, named.Skills.Count));
    }

    [Fact]
    public async Task A_submit_that_is_repeated_is_the_same_ticket_whatever_the_policy_says_by_then()
    {
        using var admin = await server.NewWorkspaceAsync();
        await admin.Supervisors.PublishAsync(new() { Policy = WithRules() });
        var first = await admin.Tickets.SubmitAsync(Call("1"));
        var policy = WithRules();
        policy.DefaultQueue = "sales";
        await admin.Supervisors.PublishAsync(new() { Policy = policy });

        var again = await admin.Tickets.SubmitAsync(Call("1"));

        Assert.Equal((first.TicketId, false), (again.TicketId, again.Created));
        Assert.Equal("service", (await admin.Tickets.GetAsync(new() { TicketId = first.TicketId })).Queue);
    }

    [Fact]
    public async Task Rules_are_read_as_they_were_published_and_outlive_changes_of_other_parts()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = WithRules();
        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        await admin.Supervisors.PutQueueAsync(new() { Queue = PolicyServer.Queue("third") });
        await admin.Supervisors.PutWorkspacePolicyAsync(new() { Workspace = (await admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace });

        var read = await admin.Supervisors.GetPolicyAsync(new());

        Assert.Equal((4, "service"), (read.Version, read.DefaultQueue));
        Assert.Equal(policy.Rules[0].When, read.Rules[0].When);
        Assert.Empty((await admin.Supervisors.DiffAsync(new() { From = 3, To = 4 })).Differences);
    }

    [Fact]
    public async Task A_queue_that_a_rule_names_is_not_deleted()
    {
        using var admin = await server.NewWorkspaceAsync();
        await admin.Supervisors.PublishAsync(new() { Policy = WithRules() });

        Assert.Equal("IN_USE", (await Told.ByAsync(admin.Supervisors.DeleteQueueAsync(new() { Name = "sales" }))).Reason);
        Assert.Equal("IN_USE", (await Told.ByAsync(admin.Supervisors.DeleteQueueAsync(new() { Name = "service" }))).Reason);
    }

    [Fact]
    public async Task All_mistakes_in_rules_are_told_with_their_paths()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = WithRules();
        policy.DefaultQueue = "";
        policy.Rules.Add(new V1.ClassificationRule
        {
            Name = "large",
            When = new()
            {
                All = new()
                {
                    Conditions_ =
                    {
                        new V1.Condition(),
                        new V1.Condition { Not = Field("weather", V1.Comparison.Equal, "rain") },
                        new V1.Condition { Any = new() },
                        Field("channel", V1.Comparison.Unspecified, "call"),
                        Field("channel", V1.Comparison.Equal),
                        Field("attributes.", V1.Comparison.Exists),
                        Field("attributes.a\u001bb", V1.Comparison.Exists, "x"),
                    },
                },
            },
            Targets =
            {
                new V1.ClassificationTarget
                {
                    Weight = 1_001,
                    Queue = "nowhere",
                    Priority = 10,
                    HeadStart = PolicyServer.Seconds(-1),
                    Steps = { new V1.RoutingStep { LowerSkillLevels = 9 } },
                },
            },
        });
        policy.Rules.Add(new V1.ClassificationRule { Name = "none" });

        var problems = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;

        Assert.Equal(
            [
                "default_queue EmptyId",
                "rules[1].name InvalidRequest",
                "rules[1].targets[0].head_start OutOfRange",
                "rules[1].targets[0].priority PriorityOutOfRange",
                "rules[1].targets[0].queue UnknownQueue",
                "rules[1].targets[0].steps[0].lower_skill_levels OutOfRange",
                "rules[1].targets[0].weight OutOfRange",
                "rules[1].when.all.conditions[0] InvalidRequest",
                "rules[1].when.all.conditions[1].not.field.field InvalidRequest",
                "rules[1].when.all.conditions[2].any.conditions InvalidRequest",
                "rules[1].when.all.conditions[3].field.comparison InvalidRequest",
                "rules[1].when.all.conditions[4].field.values InvalidRequest",
                "rules[1].when.all.conditions[5].field.field InvalidRequest",
                "rules[1].when.all.conditions[6].field.field InvalidRequest",
                "rules[1].when.all.conditions[6].field.values InvalidRequest",
                "rules[2].targets InvalidRequest",
            ],
            problems.Select(p => $"{p.Path} {p.Reason}").Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.DoesNotContain(p.Path + p.Message, char.IsControl));
    }

    [Fact]
    public async Task Too_many_rules_or_conditions_are_refused_with_the_limit()
    {
        using var admin = await server.NewWorkspaceAsync();
        var many = WithRules();
        many.Rules.Clear();
        many.Rules.Add(Enumerable.Range(0, 1_001).Select(i => Rule($"r{i}", null)));
        var wide = WithRules();
        wide.Rules[0].When = new() { Any = new() { Conditions_ = { Enumerable.Repeat(Field("channel", V1.Comparison.Exists), 1_000) } } };
        var deep = WithRules();
        for (var i = 0; i < 20; i++)
        {
            deep.Rules[0].When = new() { Not = deep.Rules[0].When };
        }

        var both = WithRules();
        both.Rules.Clear();
        both.Rules.Add(Enumerable.Range(0, 11).Select(i => Rule($"r{i}", new() { Any = new() { Conditions_ = { Enumerable.Repeat(Field("source", V1.Comparison.Exists), 950) } } })));

        await RefusedAsync(admin, many, "rules", "at most 1000");
        await RefusedAsync(admin, wide, "rules[0].when", "at most 1000");
        await RefusedAsync(admin, deep, "rules[0].when.not.not", "at most 16");
        await RefusedAsync(admin, both, "rules", "at most 10000");
    }

    [Fact]
    public async Task A_queue_that_no_rule_reaches_and_a_rule_to_which_nothing_is_left_are_warned_of()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = WithRules();
        policy.Queues.Add(PolicyServer.Queue("zebra"));
        policy.Rules.Add([Rule("always", null), Rule("never", null)]);

        var warnings = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;

        Assert.All(warnings, p => Assert.Equal(V1.ProblemSeverity.Warning, p.Severity));
        Assert.Contains(warnings, p => p.Path == "queues[2]" && p.Message.StartsWith("No rule reaches queue 'zebra'", StringComparison.Ordinal));
        Assert.Equal(["rules[2]"], warnings.Select(p => p.Path).Where(p => p.StartsWith("rules", StringComparison.Ordinal)).Distinct());
    }

    private static async Task RefusedAsync(TestCaller admin, V1.Policy policy, string path, string limit)
    {
        var problems = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;
        Assert.Contains(problems, p => p.Path.StartsWith(path, StringComparison.Ordinal) && p.Reason == V1.Reason.TooLarge && p.Message.Contains(limit, StringComparison.Ordinal));
    }

    private static V1.Policy WithRules()
    {
        var policy = PolicyServer.Good();
        policy.Queues.Insert(0, PolicyServer.Queue("sales"));
        policy.DefaultQueue = "service";
        policy.Rules.Add(new V1.ClassificationRule
        {
            Name = "large",
            When = Field("attributes.amount", V1.Comparison.GreaterOrEqual, "1000"),
            Targets = { new V1.ClassificationTarget { Queue = "sales", Priority = 7, Skills = { new V1.SkillLevel { Skill = "billing", Level = 2 } } } },
        });
        return policy;
    }

    private static V1.ClassificationRule Rule(string name, V1.Condition? when) => new() { Name = name, When = when, Targets = { new V1.ClassificationTarget { Queue = "sales" } } };

    private static V1.Condition Field(string field, V1.Comparison comparison, params string[] values) =>
        new() { Field = new() { Field = field, Comparison = comparison, Values = { values } } };

    private static async Task<V1.Ticket> SubmitAsync(TestCaller admin, string id, Action<V1.SubmitRequest> change)
    {
        var request = Call(id);
        change(request);
        return await admin.Tickets.GetAsync(new() { TicketId = (await admin.Tickets.SubmitAsync(request)).TicketId });
    }

    private static V1.SubmitRequest Call(string id) => new() { Source = "test", ExternalId = id, Channel = "call" };
}
