using Grpc.Core;
using Router.Server.Tests.Edge;
using Router.Testing;

namespace Router.Server.Tests.Policies;

public sealed class PublishTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    [Fact]
    public async Task A_document_that_is_published_is_the_next_version_and_read_as_it_was_published()
    {
        using var admin = await server.NewWorkspaceAsync();

        var published = await admin.Supervisors.PublishAsync(new() { Policy = PolicyServer.Good(), ExpectedVersion = 1, Note = "the first" });

        Assert.Equal(2, published.Version);
        var read = await admin.Supervisors.GetPolicyAsync(new());
        Assert.Equal((2, "the first", "ada"), (read.Version, read.Note, read.PublishedBy.Id));
        Assert.Equal(["service"], read.Queues.Select(q => q.Name));
        Assert.Equal(["call", "chat"], read.Workspace.Channels.Select(c => c.Name));
        Assert.Empty((await admin.Supervisors.DiffAsync(new() { From = 2, Policy = read })).Differences);
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_the_second_is_told()
    {
        using var admin = await server.NewWorkspaceAsync();

        await admin.Supervisors.PublishAsync(new() { Policy = PolicyServer.Good(), ExpectedVersion = 1 });
        var told = await Told.ByAsync(admin.Supervisors.PublishAsync(new() { Policy = PolicyServer.Good(), ExpectedVersion = 1 }));

        Assert.Equal((StatusCode.Aborted, "VERSION_CONFLICT", "expected_version"), (told.Code, told.Reason, told.Field));
        Assert.Equal(2, (await admin.Supervisors.GetPolicyAsync(new())).Version);
    }

    [Fact]
    public async Task A_publication_that_is_repeated_is_answered_as_the_first_time()
    {
        using var admin = await server.NewWorkspaceAsync();
        var request = new V1.PublishRequest { RequestId = "once", Policy = PolicyServer.Good(), ExpectedVersion = 1 };

        Assert.Equal(2, (await admin.Supervisors.PublishAsync(request)).Version);
        Assert.Equal(2, (await admin.Supervisors.PublishAsync(request)).Version);
        request.Note = "another";
        Assert.Equal("REQUEST_ID_REUSED", (await Told.ByAsync(admin.Supervisors.PublishAsync(request))).Reason);
    }

    [Fact]
    public async Task A_new_ticket_goes_by_the_new_policy_at_once()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        var first = await admin.Tickets.SubmitAsync(Call("1"));
        policy.Queues[0].Channels[0].Target = PolicyServer.Seconds(600);

        await admin.Supervisors.PublishAsync(new() { Policy = policy });

        var second = await admin.Tickets.SubmitAsync(Call("2"));
        Assert.Equal(20, await UntilDueAsync(admin, first));
        Assert.Equal(600, await UntilDueAsync(admin, second));
    }

    [Fact]
    public async Task Waiting_tickets_keep_their_due_times_unless_they_are_to_be_repriced_also_at_a_rollback()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        var waiting = await admin.Tickets.SubmitAsync(Call("1"));
        policy.Queues[0].Channels[0].Target = PolicyServer.Seconds(600);

        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        Assert.Equal(20, await UntilDueAsync(admin, waiting));
        await admin.Supervisors.PublishAsync(new() { Policy = policy, Reprice = true });
        await Eventually.TrueAsync(async () => await UntilDueAsync(admin, waiting) == 600, "the waiting call is due later");
        await admin.Supervisors.RollbackAsync(new() { Version = 2, Reprice = true });
        await Eventually.TrueAsync(async () => await UntilDueAsync(admin, waiting) == 20, "the waiting call is due as before");

        var history = (await admin.Supervisors.HistoryAsync(new() { TicketId = waiting.TicketId })).Entries;
        Assert.Equal(["4", "5"], history.Where(e => e.Action == V1.HistoryAction.PolicyApplied).Select(e => e.Code));
    }

    [Fact]
    public async Task With_mistakes_nothing_is_published_and_all_of_them_are_told_with_their_paths()
    {
        using var admin = await server.NewWorkspaceAsync();
        var before = await PolicySnapshot.ReadAsync(admin);
        var policy = PolicyServer.Good();
        policy.Workspace.DefaultCapacity = -1;
        policy.Workspace.Channels.Add(new V1.ChannelPolicy { Name = "Fax" });
        policy.Workspace.Skills.Add(new V1.SkillDefinition { Name = "billing" });
        policy.Queues[0].Selection = "fastest";
        policy.Queues[0].Channels[1].Target = PolicyServer.Seconds(-5);
        policy.Queues[0].HeadStartBySegment["lead"] = PolicyServer.Seconds(1);
        policy.Queues.Add(PolicyServer.Queue("second"));
        policy.Queues[1].Channels.Add(new V1.QueueChannelPolicy { Channel = "telex" });
        policy.Queues[1].Steps.Add([
            new() { After = PolicyServer.Seconds(60), Queue = "nowhere", DropSkills = { "juggling" } },
            new() { After = PolicyServer.Seconds(30), MoreLanguages = { new V1.LanguageRequirement { Language = "e" }, new V1.LanguageRequirement { Language = "he", MinLevel = 9 } } },
        ]);
        policy.Queues.Add(PolicyServer.Queue("service"));

        var published = await admin.Supervisors.PublishAsync(new() { Policy = policy });

        Assert.Equal(0, published.Version);
        Assert.All(published.Problems, p => Assert.Equal(V1.ProblemSeverity.Error, p.Severity));
        Assert.Equal(
            [
                "queues[0].channels[1].target OutOfRange",
                "queues[0].head_start_by_segment[lead] UnknownSegment",
                "queues[0].selection UnknownSelection",
                "queues[1].channels[2].channel UnknownChannel",
                "queues[1].steps[0].drop_skills[0] UnknownSkill",
                "queues[1].steps[0].queue UnknownQueue",
                "queues[1].steps[1].after OutOfRange",
                "queues[1].steps[1].more_languages[0].language InvalidLanguage",
                "queues[1].steps[1].more_languages[1].min_level LevelOutOfRange",
                "queues[2].name InvalidRequest",
                "workspace.channels[2].name InvalidRequest",
                "workspace.default_capacity OutOfRange",
                "workspace.skills[1].name InvalidRequest",
            ],
            published.Problems.Select(p => $"{p.Path} {p.Reason}").Order(StringComparer.Ordinal));
        Assert.All(published.Problems, p => Assert.NotEmpty(p.Message));
        Assert.Equal(published.Problems, (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems);
        Assert.Equal(before, await PolicySnapshot.ReadAsync(admin));
    }

    [Fact]
    public async Task What_is_in_use_may_not_be_left_out()
    {
        using var admin = await server.NewWorkspaceAsync();
        await admin.Supervisors.PublishAsync(new() { Policy = PolicyServer.Good() });
        await admin.Tickets.SubmitAsync(Call("1"));
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "ann", Queues = { "service" }, Skills = { new V1.SkillLevel { Skill = "billing", Level = 1 } } } });
        var policy = PolicyServer.Good();
        policy.Workspace.Skills.Clear();
        policy.Queues[0].Name = "other";

        var published = await admin.Supervisors.PublishAsync(new() { Policy = policy });

        Assert.Equal(0, published.Version);
        Assert.Equal(["queues", "queues", "workspace.skills"], published.Problems.Select(p => p.Path));
        Assert.All(published.Problems, p => Assert.Equal(V1.Reason.InUse, p.Reason));
    }

    [Fact]
    public async Task Hostile_names_are_told_without_what_a_terminal_would_act_on_and_in_short()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].Name = "q\u001b[31m\u202e" + new string('x', 5_000);
        policy.Queues[0].Selection = "\a\a\a";
        policy.Queues[0].HeadStartBySegment["s\u0007"] = PolicyServer.Seconds(1);
        policy.Queues[0].Channels.Add(new V1.QueueChannelPolicy { Channel = "\u2028fax" });

        var problems = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;

        Assert.True(problems.Count >= 4);
        Assert.All(problems, p => Assert.DoesNotContain(p.Path + p.Message, c => char.IsControl(c) || c is '\u202e' or '\u2028'));
        Assert.All(problems, p => Assert.InRange(p.Message.Length, 1, 600));
    }

    [Theory]
    [InlineData(5_001)]
    [InlineData(8_000)]
    public async Task Too_many_queues_are_refused_with_the_limit(int queues)
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues.Add(Enumerable.Range(1, queues - 1).Select(i => new V1.QueuePolicy { Name = $"q{i}", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } }));

        var problem = Assert.Single((await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems);

        Assert.Equal(("queues", V1.Reason.TooLarge), (problem.Path, problem.Reason));
        Assert.Contains("at most 5000", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_anything_says_what_is_missing()
    {
        using var admin = await server.NewWorkspaceAsync();

        Assert.Equal(["workspace"], (await admin.Supervisors.ValidateAsync(new())).Problems.Select(p => p.Path));
        Assert.Equal(["workspace"], (await admin.Supervisors.PublishAsync(new() { Policy = new() })).Problems.Select(p => p.Path));
    }

    [Fact]
    public async Task What_is_legal_and_foolish_is_a_warning_and_published()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].Channels[0].Target = PolicyServer.Seconds(5);
        policy.Queues[0].Languages.Add(new V1.LanguageRequirement { Language = "he", MinLevel = 4 });
        policy.Queues[0].Steps.Add(new V1.RoutingStep { After = PolicyServer.Seconds(30), LowerLanguageLevels = 1 });
        policy.Queues[0].Steps.Add(new V1.RoutingStep { After = PolicyServer.Seconds(60), LowerLanguageLevels = 3 });
        policy.Queues.Add(PolicyServer.Queue("unstaffed"));
        policy.Workspace.AgentCare = new() { HardAfter = PolicyServer.Seconds(600) };
        await admin.Supervisors.PublishAsync(new() { Policy = PolicyServer.Good() });
        await admin.Supervisors.PutAgentAsync(new()
        {
            Profile = new() { AgentId = "ann", Queues = { "service" }, Languages = { new V1.LanguageLevel { Language = "he", Level = 2 } } },
        });

        var problems = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;
        var published = await admin.Supervisors.PublishAsync(new() { Policy = policy });

        Assert.All(problems, p => Assert.Equal(V1.ProblemSeverity.Warning, p.Severity));
        Assert.Equal(["queues[0].channels[0].target", "queues[0]", "queues[0].steps[0]", "queues[1]", "workspace.agent_care.hard_after"], problems.Select(p => p.Path));
        Assert.Equal((3, problems), (published.Version, published.Problems));
    }

    private static async Task<double> UntilDueAsync(TestCaller admin, V1.SubmitResponse submitted)
    {
        var ticket = await admin.Tickets.GetAsync(new() { TicketId = submitted.TicketId });
        return (ticket.DueAt - ticket.EnteredAt).ToTimeSpan().TotalSeconds;
    }

    private static V1.SubmitRequest Call(string id) => new() { Source = "test", ExternalId = id, Channel = "call", Queue = "service" };
}
