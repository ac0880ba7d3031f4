using System.Globalization;

namespace Router.Server.Tests.Policies;

/// <summary>One document with every mistake that whoever publishes might make: all are told at once, and nothing is published.</summary>
public sealed class BadDocumentTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    private const string Hostile = "attributes.\u001b]0;pwned\u0007\u202e{{constructor}}";

    [Fact]
    public async Task Circles_unknown_queues_overlaps_negative_times_and_hostile_names_are_told_at_once()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.DefaultQueue = "service";
        policy.Workspace.UnroutableQueue = "nowhere";
        policy.Queues.Add(PolicyServer.Queue("second"));
        policy.Queues[0].Channels[0].Limits = new() { Waiting = 5, Overflow = new() { Kind = V1.OverflowKind.Queue, Queue = "second" } };
        policy.Queues[1].Channels[0].Limits = new() { Waiting = 5, Overflow = new() { Kind = V1.OverflowKind.Queue, Queue = "service" } };
        policy.Queues[1].Channels[1].Target = PolicyServer.Seconds(-1);
        policy.Queues[1].TimeToLive = PolicyServer.Seconds(-1);
        policy.Queues[1].Steps.Add(new V1.RoutingStep { After = PolicyServer.Seconds(5), Queue = "nowhere" });
        policy.Queues[1].Hours = new()
        {
            TimeZone = "Europe/London",
            Week = { new V1.WeeklyOpening { Weekday = 1, Opens = "09:00", Closes = "17:00" }, new V1.WeeklyOpening { Weekday = 1, Opens = "16:59", Closes = "18:00" } },
        };
        policy.Rules.Add(Rule("hostile", Field(Hostile)));
        policy.Rules.Add(Rule("long", Field("attributes." + new string('x', 10_000))));

        var published = await admin.Supervisors.PublishAsync(new() { Policy = policy });

        Assert.Equal(0, published.Version);
        Assert.Equal(
            [
                "queues[1].channels[0].limits.overflow.queue",
                "queues[1].channels[1].target",
                "queues[1].hours.week[1].opens",
                "queues[1].steps[0].queue",
                "queues[1].time_to_live",
                "rules[0].when.field.field",
                "rules[1].when.field.field",
                "workspace.unroutable_queue",
            ],
            published.Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
        Assert.All(published.Problems, p => Assert.DoesNotContain(p.Message + p.Path, c => char.IsControl(c) || c == '\u202e'));
        Assert.Equal(1, (await admin.Supervisors.GetPolicyAsync(new())).Version);
    }

    [Fact]
    public async Task A_thousand_rules_of_a_thousand_conditions_are_refused_with_the_limit()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.DefaultQueue = "service";
        policy.Rules.Add(Enumerable.Range(0, 11).Select(i => Rule(
            i.ToString(CultureInfo.InvariantCulture), new() { Any = new() { Conditions_ = { Enumerable.Repeat(Field("source"), 999) } } })));

        var problem = Assert.Single((await admin.Supervisors.PublishAsync(new() { Policy = policy })).Problems);

        Assert.Equal(V1.Reason.TooLarge, problem.Reason);
        Assert.Contains("10000", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await admin.Supervisors.GetPolicyAsync(new())).Version);
    }

    [Fact]
    public async Task Of_more_mistakes_than_are_told_the_first_are()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        var rule = Rule("many", null);
        rule.Targets[0].Skills.Add(Enumerable.Repeat(new V1.SkillLevel { Skill = "billing", Level = 9 }, 250));
        policy.Rules.Add(rule);
        policy.Rules.Add(rule);

        var problems = (await admin.Supervisors.PublishAsync(new() { Policy = policy })).Problems;

        Assert.Equal(200, problems.Count);
        Assert.Contains(problems, p => p.Path == "rules[0].targets[0].skills[198].level");
    }

    [Fact]
    public async Task Rules_that_contradict_themselves_are_told_with_their_paths_and_nothing_is_published()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.DefaultQueue = "service";
        policy.Rules.Add(Rule("two at once", new() { All = new() { Conditions_ = { Field("source", "a"), Field("source", "b") } } }));
        policy.Rules.Add(Rule("no such channel", Field("channel", "fax")));
        policy.Rules.Add(Rule("good", Field("source", "a")));
        policy.Rules.Add(Rule("none of none", new() { Field = new() { Field = "source", Comparison = V1.Comparison.In } }));

        var published = await admin.Supervisors.PublishAsync(new() { Policy = policy });

        Assert.Equal(0, published.Version);
        Assert.Equal(
            ["rules[0].when InvalidRequest", "rules[1].when InvalidRequest", "rules[3].when.field.values InvalidRequest"],
            published.Problems.Select(p => $"{p.Path} {p.Reason}").Order(StringComparer.Ordinal));
        Assert.Equal(1, (await admin.Supervisors.GetPolicyAsync(new())).Version);
    }

    [Fact]
    public async Task Rules_that_earlier_ones_leave_nothing_to_are_warned_of_and_published()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.DefaultQueue = "service";
        policy.Rules.Add(Rule("always", null));
        policy.Rules.Add(Rule("after it", Field("source", "a")));

        var published = await admin.Supervisors.PublishAsync(new() { Policy = policy });

        Assert.Equal(2, published.Version);
        Assert.Equal(["rules[1]"], published.Problems.Where(p => p.Message.Contains("never match", StringComparison.Ordinal)).Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    private static V1.ClassificationRule Rule(string name, V1.Condition? when) =>
        new() { Name = name, When = when, Targets = { new V1.ClassificationTarget { Queue = "service" } } };

    private static V1.Condition Field(string field, string value = "x") =>
        new() { Field = new() { Field = field, Comparison = V1.Comparison.Equal, Values = { value } } };
}
