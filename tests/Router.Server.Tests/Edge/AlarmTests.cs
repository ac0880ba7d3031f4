using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Router.Server.Tests.Live;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>Alarms over gRPC, the hub, the events and the metrics.</summary>
public sealed class AlarmTests(LiveServer live) : IClassFixture<LiveServer>
{
    [Fact]
    public async Task Alarm_RisesEverywhere_IsTakenCareOf_AndFalls()
    {
        var (admin, claims) = await live.NewWorkspaceAsync();
        using var _ = admin;
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "ann", Name = "Ann" } });
        await WatchAsync(admin, new() { Waiting = 1, Hold = new Duration() });
        await using var hub = await HubSocket.WatchAsync(live.Server.HttpAddress, claims: claims);
        Assert.Empty((await hub.FrameAsync())!["alarms"]!.AsArray());

        var ticket = await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "1", Channel = "call", Queue = "service" });
        var frame = await hub.FrameAsync(f => f["alarms"] is JsonArray { Count: > 0 }, "the alarm is seen");
        var seen = frame["alarms"]![0]!;
        Assert.Equal(("service", "", "waiting", 1, 1), ((string?)seen["queue"], (string?)seen["channel"], (string?)seen["figure"], (int)seen["value"]!, (int)seen["limit"]!));
        Assert.Null(seen["takenBy"]);
        var told = Assert.Single((await admin.Supervisors.GetLiveAsync(new() { WithoutAgents = true })).Alarms);
        Assert.Equal((V1.AlarmFigure.Waiting, (long)seen["since"]!), (told.Figure, told.Since.ToDateTimeOffset().ToUnixTimeMilliseconds()));

        await admin.Supervisors.AcknowledgeAlarmAsync(new() { Queue = "service", Figure = V1.AlarmFigure.Waiting, Why = "calling in bob" });
        frame = await hub.FrameAsync(f => f["alarms"] is JsonArray { Count: > 0 }, "who takes care is seen");
        Assert.Equal(("somebody", "calling in bob"), ((string?)frame["alarms"]![0]!["takenBy"], (string?)frame["alarms"]![0]!["why"]));
        Assert.Equal("somebody", Assert.Single((await admin.Supervisors.GetLiveAsync(new() { WithoutAgents = true })).Alarms).AcknowledgedBy.Id);
        var page = await MetricsAsync();
        Assert.Contains($"router_alarms_up{{channel=\"\",figure=\"waiting\",queue=\"service\",workspace=\"{claims["workspace"]}\"}} 1", page, StringComparison.Ordinal);

        await admin.Tickets.CancelAsync(new() { TicketId = ticket.TicketId, Reason = V1.CancelReason.Withdrawn });
        await hub.FrameAsync(f => f["alarms"] is JsonArray { Count: 0 }, "the alarm has fallen");
        var events = await EventsAsync(admin);
        Assert.Equal([false, true], events.Select(e => e.ThresholdCrossed).Where(t => t is not null).Select(t => t.Over));
        Assert.Equal("calling in bob", Assert.Single(events, e => e.AlarmAcknowledged is not null).AlarmAcknowledged.Why);
        Assert.Equal("UNKNOWN_ALARM", (await Told.ByAsync(admin.Supervisors.AcknowledgeAlarmAsync(new() { Queue = "service", Figure = V1.AlarmFigure.Waiting }))).Reason);
    }

    [Fact]
    public async Task ServiceLevel_ThatIsTooLow_RaisesAnAlarm()
    {
        var (admin, _) = await live.NewWorkspaceAsync();
        using var caller = admin;
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "ann", Name = "Ann" } });
        await WatchAsync(admin, new() { ServiceLevelPercent = 80, Hold = new Duration() });
        for (var i = 0; i < 10; i++)
        {
            await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = $"{i}", Channel = "call", Queue = "service" });
        }

        await Eventually.TrueAsync(
            async () => (await admin.Supervisors.GetLiveAsync(new() { WithoutAgents = true })).Alarms is [{ Figure: V1.AlarmFigure.ServiceLevel, Value: 0, Limit: 80 }],
            "the service level is noticed");
    }

    [Fact]
    public async Task Ticket_ThatNobodyCouldServe_RaisesAnAlarm()
    {
        var (admin, _) = await live.NewWorkspaceAsync();
        using var caller = admin;
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "ann", Name = "Ann" } });
        await WatchAsync(admin, new() { Unroutable = 1, Hold = new Duration() });
        await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "1", Channel = "call", Queue = "service", Languages = { new V1.LanguageRequirement { Language = "he" } } });
        await Eventually.TrueAsync(
            async () => (await admin.Supervisors.GetLiveAsync(new() { WithoutAgents = true })).Alarms is [{ Figure: V1.AlarmFigure.Unroutable, Value: 1, Limit: 1 }],
            "the ticket that nobody could serve is noticed");
    }

    [Fact]
    public async Task Policy_KeepsWhatRaisesAlarms_AndNamesEveryMistake()
    {
        var (admin, _) = await live.NewWorkspaceAsync();
        using var caller = admin;
        var alarms = new V1.QueueAlarms
        {
            Waiting = 5,
            OldestWait = Duration.FromTimeSpan(TimeSpan.FromMinutes(2)),
            EstimatedWait = Duration.FromTimeSpan(TimeSpan.FromMinutes(10)),
            ServiceLevelPercent = 70,
            FreeAgents = 2,
            Unroutable = 1,
            DeclinedOften = 3,
            Hold = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)),
        };
        await WatchAsync(admin, alarms, alarms);
        var queue = await admin.Supervisors.GetQueueAsync(new() { Name = "service" });
        Assert.Equal(alarms, queue.Alarms);
        Assert.Equal(alarms, queue.Channels[0].Alarms);

        var policy = await admin.Supervisors.GetPolicyAsync(new());
        policy.Queues[0].Alarms = new V1.QueueAlarms { Waiting = -1, ServiceLevelPercent = 101, Unroutable = -1, DeclinedOften = 1_000_001, Hold = Duration.FromTimeSpan(TimeSpan.FromHours(2)) };
        policy.Queues[0].Channels[0].Alarms = new V1.QueueAlarms();
        var mistakes = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems.Where(p => p.Severity == V1.ProblemSeverity.Error).Select(p => p.Path);
        Assert.Equal(
            [
                "queues[0].alarms.declined_often", "queues[0].alarms.hold", "queues[0].alarms.service_level_percent", "queues[0].alarms.unroutable",
                "queues[0].alarms.waiting", "queues[0].channels[0].alarms",
            ],
            mistakes.Order(StringComparer.Ordinal));
        var refused = await Told.ByAsync(admin.Supervisors.AcknowledgeAlarmAsync(new() { Queue = "service" }));
        Assert.Equal(("INVALID_REQUEST", "figure"), (refused.Reason, refused.Field));
    }

    private static async Task WatchAsync(TestCaller admin, V1.QueueAlarms alarms, V1.QueueAlarms? ofChannel = null) =>
        await admin.Supervisors.PutQueueAsync(new()
        {
            Queue = new() { Name = "service", Alarms = alarms, Channels = { new V1.QueueChannelPolicy { Channel = "call", Alarms = ofChannel } } },
        });

    private static async Task<List<V1.Event>> EventsAsync(TestCaller admin)
    {
        using var watch = admin.Events.Watch(new V1.WatchEventsRequest { EndAtNewest = true });
        var events = new List<V1.Event>();
        while (await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), "the next event or the end"))
        {
            events.Add(watch.ResponseStream.Current);
        }

        return events;
    }

    private async Task<string> MetricsAsync()
    {
        using var http = new HttpClient { BaseAddress = live.Server.HttpAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", TestKey.Token("admin"));
        return await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
    }
}
