using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Router.Server.Statistics;


namespace Router.Server.Tests.Edge;

/// <summary>Statistics over gRPC.</summary>
public sealed class StatisticsCallTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Calls_of_a_queue_are_counted_by_all_that_they_may_be_split_by()
    {
        using var queue = await server.NewQueueAsync();
        using var anna = await queue.SignInAsync();
        var answered = await queue.SubmitAsync();
        await anna.DoAsync(new() { Accept = new() { TicketId = answered.TicketId, OfferNo = 1 } });
        await anna.DoAsync(new() { Complete = new() { TicketId = answered.TicketId, AssignmentNo = 1 } });
        await anna.DoAsync(new() { SignOut = new() });
        var left = await queue.SubmitAsync();
        await queue.Adapter.Tickets.EndAsync(new() { TicketId = left.TicketId });
        await queue.SubmitAsync(change: t => t.Languages.Add(new V1.LanguageRequirement { Language = "he", MinLevel = 1 }));

        foreach (var request in Times())
        {
            request.Queues.Add(queue.Name);
            var row = Assert.Single((await server.Admin.Supervisors.GetStatisticsAsync(request)).Rows);

            Assert.Equal((3, 1, 1, 1, 1, 0), (row.Entered, row.OffersMade, row.Answered, row.Completed, row.AbandonedShort, row.Abandoned));
            Assert.Equal((1, 1 / 3.0, 0.5, 2 / 3.0), (row.SlAnswered, row.SlEntered, row.SlExcludingShort, row.SlAbandonsInTimeGood));
            Assert.Equal((1, 1, 2, 1), (row.SpeedOfAnswer.Count, row.HandleTime.Count, row.Wait.Count, row.TimeToAbandon.Count));
            Assert.Equal(("", "", ""), (row.Queue, row.Channel, row.Language));
        }

        var split = new V1.GetStatisticsRequest
        {
            From = Floor(TallyKey.DayMs),
            Queues = { queue.Name },
            GroupBy = { V1.StatisticsGrouping.Queue, V1.StatisticsGrouping.Channel, V1.StatisticsGrouping.Language, V1.StatisticsGrouping.Interval },
        };
        var rows = (await server.Admin.Supervisors.GetStatisticsAsync(split)).Rows;
        Assert.Equal((3, 1), (rows.Sum(r => r.Entered), rows.Where(r => r.Language == "he").Sum(r => r.Entered)));
        Assert.All(rows, r => Assert.Equal((queue.Name, "call", 900), (r.Queue, r.Channel, (r.Until - r.From).Seconds)));
        split.Languages.Add("he");
        Assert.Equal("he", Assert.Single((await server.Admin.Supervisors.GetStatisticsAsync(split)).Rows).Language);
    }

    [Fact]
    public async Task Nothing_counted_is_one_row_without_service_levels()
    {
        var row = Assert.Single((await server.Admin.Supervisors.GetStatisticsAsync(new() { Rolling = Seconds(300), Queues = { "none" } })).Rows);

        Assert.Equal((0, false, false), (row.Entered, row.HasSlAnswered, row.HasSlExcludingShort));
        Assert.Empty((await server.Admin.Supervisors.GetStatisticsAsync(new() { Rolling = Seconds(300), Queues = { "none" }, GroupBy = { V1.StatisticsGrouping.Queue } })).Rows);
    }

    public static TheoryData<string, string, V1.GetStatisticsRequest> Bad => new()
    {
        { "INVALID_REQUEST", "from", new() },
        { "OUT_OF_RANGE", "rolling", new() { Rolling = Seconds(600) } },
        { "OUT_OF_RANGE", "rolling", new() { Rolling = Seconds(-1) } },
        { "OUT_OF_RANGE", "rolling", new() { Rolling = new Duration { Seconds = 300, Nanos = 1 } } },
        { "INVALID_REQUEST", "rolling", new() { Rolling = Seconds(300), From = Floor(TallyKey.DayMs) } },
        { "OUT_OF_RANGE", "from", new() { From = new Timestamp { Seconds = 1 } } },
        { "OUT_OF_RANGE", "from", new() { From = new Timestamp() } },
        { "OUT_OF_RANGE", "from", new() { From = Floor(TallyKey.DayMs), Until = Floor(TallyKey.DayMs) } },
        { "INVALID_REQUEST", "from", new() { From = new Timestamp { Seconds = long.MaxValue } } },
        { "INVALID_REQUEST", "group_by[0]", new() { Rolling = Seconds(300), GroupBy = { V1.StatisticsGrouping.Interval } } },
        { "INVALID_REQUEST", "group_by[1]", new() { Rolling = Seconds(300), GroupBy = { V1.StatisticsGrouping.Queue, V1.StatisticsGrouping.Queue } } },
        { "INVALID_REQUEST", "group_by[0]", new() { Rolling = Seconds(300), GroupBy = { (V1.StatisticsGrouping)9 } } },
        { "TOO_LARGE", "queues", new() { Rolling = Seconds(300), Queues = { Enumerable.Repeat("q", 1_001) } } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_request_is_told_what_would_be_right(string reason, string field, V1.GetStatisticsRequest request)
    {
        var told = await Told.ByAsync(server.Admin.Supervisors.GetStatisticsAsync(request));

        Assert.Equal((StatusCode.InvalidArgument, reason, field), (told.Code, told.Reason, told.Field));
    }

    [Fact]
    public async Task Agents_figures_are_shown_by_policy_and_to_themselves()
    {
        using var queue = await server.NewQueueAsync();
        var team = $"team-{Guid.NewGuid():N}";
        using var anna = await queue.SignInAsync();
        var id = anna.SignedIn!.AgentId;
        var ticket = await queue.SubmitAsync();
        await anna.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = 1 } });
        await anna.DoAsync(new() { Complete = new() { TicketId = ticket.TicketId, AssignmentNo = 1 } });
        await PutAsync(await server.Admin.Supervisors.GetAgentAsync(new() { AgentId = id }), team);
        var asked = new V1.GetAgentStatisticsRequest { From = Floor(TallyKey.HourMs), Team = team };

        Assert.Empty((await server.Admin.Supervisors.GetAgentStatisticsAsync(asked)).Rows);
        for (var i = 0; i < 4; i++)
        {
            await PutAsync(new V1.AgentProfile { AgentId = $"{team}-{i}" }, team);
        }

        var shown = Assert.Single((await server.Admin.Supervisors.GetAgentStatisticsAsync(asked)).Rows);
        Assert.Equal((team, "", 1L, true), (shown.Team, shown.AgentId, shown.Handled, shown.LongestStretch is null));
        var named = new V1.GetAgentStatisticsRequest { From = asked.From, AgentIds = { id } };
        Assert.Equal("NOT_ALLOWED", (await Told.ByAsync(server.Admin.Supervisors.GetAgentStatisticsAsync(named))).Reason);
        using var herself = TestCaller.As(server.Server, "agent", id);
        var own = Assert.Single((await herself.Supervisors.GetAgentStatisticsAsync(named)).Rows);
        Assert.Equal((id, 1L), (own.AgentId, own.Handled));
        Assert.Equal("NOT_ALLOWED", (await Told.ByAsync(herself.Supervisors.GetAgentStatisticsAsync(new() { From = asked.From, AgentIds = { id, "ben" } }))).Reason);

        await ShowAsync(V1.AgentFigures.Named);
        Assert.Equal(id, Assert.Single((await server.Admin.Supervisors.GetAgentStatisticsAsync(named)).Rows).AgentId);
        await ShowAsync(V1.AgentFigures.Off);
        Assert.Empty((await server.Admin.Supervisors.GetAgentStatisticsAsync(asked)).Rows);
        await ShowAsync(V1.AgentFigures.Unspecified);
        Assert.Equal("OUT_OF_RANGE", (await Told.ByAsync(server.Admin.Supervisors.GetAgentStatisticsAsync(new() { From = Floor(TallyKey.MinuteMs, 7) }))).Reason);
    }

    private static IEnumerable<V1.GetStatisticsRequest> Times() =>
    [
        new() { Rolling = Seconds(300) },
        new() { Rolling = Seconds(3_600) },
        new() { From = Floor(TallyKey.DayMs, 1) },
    ];

    private static Duration Seconds(long seconds) => new() { Seconds = seconds };

    private static Timestamp Floor(long length, int back = 0) => new()
    {
        Seconds = (TallyKey.Floor(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), length) - (back * length)) / 1_000,
    };

    private async Task PutAsync(V1.AgentProfile profile, string team)
    {
        profile.Team = team;
        await server.Admin.Supervisors.PutAgentAsync(new() { Profile = profile });
    }

    private async Task ShowAsync(V1.AgentFigures figures)
    {
        var policy = (await server.Admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace;
        policy.AgentFigures = figures;
        await server.Admin.Supervisors.PutWorkspacePolicyAsync(new() { Workspace = policy });
    }
}
