namespace Router.Server.Tests.Policies;

/// <summary>Mistakes in hours, limits and overflow are told all at once, each with its path.</summary>
public sealed class BadHoursTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    [Fact]
    public async Task Hours_that_overlap_or_say_nothing_are_told_each_with_its_path()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].Hours = new()
        {
            TimeZone = "Mars/Olympus",
            Week = { Weekly(1, "09:00", "12:00"), Weekly(1, "11:59", "17:00"), Weekly(1, "12:00", "24:00"), Weekly(8, "09:00", "17:00"), Weekly(2, "17:00", "09:00"), Weekly(3, "9", "25:00") },
            Days =
            {
                Day("2026-12-25"), Day("2026-12-25", "09:00", "12:00"), Day("2026-02-30", "09:00", "12:00"), Day("2026-12-31", "-1:00", "12:00"),
                Day("2026-12-30", "09:00", "12:00"), Day("2026-12-30", "11:00", "13:00"), Day("2026-12-30", "13:00", "14:00"),
            },
            WhenClosed = new() { Kind = V1.OverflowKind.Refuse, Queue = "service" },
        };

        var problems = (await admin.Supervisors.PublishAsync(new() { Policy = policy })).Problems;

        Assert.Equal(
            [
                "queues[0].hours.days[1].opens InvalidRequest",
                "queues[0].hours.days[2].date InvalidRequest",
                "queues[0].hours.days[3].opens InvalidRequest",
                "queues[0].hours.days[5].opens InvalidRequest",
                "queues[0].hours.time_zone InvalidRequest",
                "queues[0].hours.week[1].opens InvalidRequest",
                "queues[0].hours.week[2].opens InvalidRequest",
                "queues[0].hours.week[3].weekday OutOfRange",
                "queues[0].hours.week[4].closes OutOfRange",
                "queues[0].hours.week[5].closes InvalidRequest",
                "queues[0].hours.week[5].opens InvalidRequest",
                "queues[0].hours.when_closed.queue InvalidRequest",
            ],
            problems.Select(p => $"{p.Path} {p.Reason}").Order(StringComparer.Ordinal));
        Assert.Equal(1, (await admin.Supervisors.GetPolicyAsync(new())).Version);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("Asia/Jerusalem\0")]
    [InlineData("Israel Standard Time")]
    [InlineData("asia/\u202e")]
    public async Task A_hostile_time_zone_is_no_time_zone(string zone)
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].Hours = new() { TimeZone = zone, Week = { Weekly(1, "09:00", "17:00") } };

        var problems = (await admin.Supervisors.PublishAsync(new() { Policy = policy })).Problems;

        Assert.Equal([("queues[0].hours.time_zone", V1.Reason.InvalidRequest)], problems.Select(p => (p.Path, p.Reason)).Distinct());
    }

    [Fact]
    public async Task Overflow_in_a_circle_to_nowhere_or_to_a_queue_without_the_channel_is_told()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues.Add([PolicyServer.Queue("b"), PolicyServer.Queue("c"), new() { Name = "calls", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } }]);
        policy.Queues[0].Channels[0].Limits = To("b");
        policy.Queues[1].Hours = new() { TimeZone = "Europe/Berlin", Week = { Weekly(1, "09:00", "17:00") }, WhenClosed = new() { Kind = V1.OverflowKind.Queue, Queue = "c" } };
        policy.Queues[2].Channels[0].Limits = To("service");
        policy.Queues[2].Channels[1].Limits = To("nowhere");
        policy.Queues[0].Channels[1].Limits = To("calls");
        policy.Queues[3].Channels[0].Limits = new() { Waiting = -1, OldestWait = PolicyServer.Seconds(-5), Overflow = new() { Kind = V1.OverflowKind.Wait } };

        var problems = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;

        Assert.Equal(
            [
                "queues[0].channels[1].limits.overflow.queue ChannelNotTaken",
                "queues[2].channels[0].limits.overflow.queue InvalidRequest",
                "queues[2].channels[1].limits.overflow.queue UnknownQueue",
                "queues[3].channels[0].limits.oldest_wait OutOfRange",
                "queues[3].channels[0].limits.overflow.kind InvalidRequest",
                "queues[3].channels[0].limits.waiting OutOfRange",
            ],
            problems.Select(p => $"{p.Path} {p.Reason}").Order(StringComparer.Ordinal));
    }

    private static V1.QueueLimits To(string queue) => new() { Waiting = 10, Overflow = new() { Kind = V1.OverflowKind.Queue, Queue = queue } };

    private static V1.WeeklyOpening Weekly(int weekday, string opens, string closes) => new() { Weekday = weekday, Opens = opens, Closes = closes };

    private static V1.DayOpening Day(string date, string opens = "", string closes = "") => new() { Date = date, Opens = opens, Closes = closes };
}
