using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Router.Server.Tests.Edge;

public sealed class BadSubmitTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const int ClockSetForward = 236;

    private static readonly string Long = new('a', 300);

    public static TheoryData<string, Action<V1.SubmitRequest>, StatusCode, string, string> Mistakes => new()
    {
        { "no source", t => t.Source = "", StatusCode.InvalidArgument, "EMPTY_ID", "source" },
        { "a long source", t => t.Source = Long, StatusCode.InvalidArgument, "TOO_LARGE", "source" },
        { "a source with a line break", t => t.Source = "a\nb", StatusCode.InvalidArgument, "INVALID_REQUEST", "source" },
        { "no external id", t => t.ExternalId = "", StatusCode.InvalidArgument, "EMPTY_ID", "external_id" },
        { "a long external id", t => t.ExternalId = Long, StatusCode.InvalidArgument, "TOO_LARGE", "external_id" },
        { "no channel", t => t.Channel = "", StatusCode.InvalidArgument, "EMPTY_ID", "channel" },
        { "an unknown channel", t => t.Channel = "fax", StatusCode.InvalidArgument, "UNKNOWN_CHANNEL", "channel" },
        { "no queue", t => t.Queue = "", StatusCode.InvalidArgument, "EMPTY_ID", "queue" },
        { "an unknown queue", t => t.Queue = "nowhere", StatusCode.NotFound, "UNKNOWN_QUEUE", "queue" },
        { "a hostile queue", t => t.Queue = "\0'; FLUSHALL\r\n", StatusCode.InvalidArgument, "INVALID_REQUEST", "queue" },
        { "a priority of 10", t => t.Priority = 10, StatusCode.InvalidArgument, "PRIORITY_OUT_OF_RANGE", "priority" },
        { "a negative priority", t => t.Priority = -1, StatusCode.InvalidArgument, "PRIORITY_OUT_OF_RANGE", "priority" },
        { "an unknown segment", t => t.Segment = "lead", StatusCode.InvalidArgument, "UNKNOWN_SEGMENT", "segment" },
        { "a skill outside the list", t => t.Skills.Add(Skill("juggling", 3)), StatusCode.InvalidArgument, "UNKNOWN_SKILL", "skills[0].skill" },
        { "a skill of level 6", t => t.Skills.Add(Skill("billing", 6)), StatusCode.InvalidArgument, "LEVEL_OUT_OF_RANGE", "skills[0].level" },
        { "a skill of level 0", t => t.Skills.Add(Skill("billing", 0)), StatusCode.InvalidArgument, "LEVEL_OUT_OF_RANGE", "skills[0].level" },
        { "a skill without a name", t => t.Skills.Add(Skill("", 1)), StatusCode.InvalidArgument, "EMPTY_ID", "skills[0].skill" },
        { "17 skills", t => Repeat(17, () => t.Skills.Add(Skill("billing", 1))), StatusCode.InvalidArgument, "TOO_LARGE", "skills" },
        { "a malformed language", t => t.Languages.Add(Language("pt_BR")), StatusCode.InvalidArgument, "INVALID_LANGUAGE", "languages[0].language" },
        { "an empty language", t => t.Languages.Add(Language("")), StatusCode.InvalidArgument, "INVALID_LANGUAGE", "languages[0].language" },
        { "a language of level 9", t => t.Languages.Add(Language("he", 9)), StatusCode.InvalidArgument, "LEVEL_OUT_OF_RANGE", "languages[0].min_level" },
        { "a first language that opens later", t => t.Languages.Add(Language("he", 4, 60_000)), StatusCode.InvalidArgument, "OUT_OF_RANGE", "languages[0].after" },
        {
            "languages that open backwards",
            t => t.Languages.Add([Language("he"), Language("ru", 1, 60_000), Language("en", 1, 30_000)]),
            StatusCode.InvalidArgument, "OUT_OF_RANGE", "languages[2].after"
        },
        { "a language after two days", t => t.Languages.Add([Language("he"), Language("ru", 1, 172_800_000)]), StatusCode.InvalidArgument, "OUT_OF_RANGE", "languages[1].after" },
        { "nine languages", t => Repeat(9, () => t.Languages.Add(Language("he"))), StatusCode.InvalidArgument, "TOO_LARGE", "languages" },
        { "a long customer id", t => t.Customer = new() { Id = Long }, StatusCode.InvalidArgument, "TOO_LARGE", "customer.id" },
        { "a long name", t => t.Customer = new() { Name = Long }, StatusCode.InvalidArgument, "TOO_LARGE", "customer.name" },
        { "a long address", t => t.Customer = new() { Address = Long + Long }, StatusCode.InvalidArgument, "TOO_LARGE", "customer.address" },
        { "a long subject", t => t.Subject = new string('s', 1_025), StatusCode.InvalidArgument, "TOO_LARGE", "subject" },
        { "a long text", t => t.Text = new string('t', 65_537), StatusCode.InvalidArgument, "TOO_LARGE", "text" },
        { "a malformed text language", t => t.TextLanguage = "?", StatusCode.InvalidArgument, "INVALID_LANGUAGE", "text_language" },
        { "65 attributes", t => Attributes(t, 65, 1), StatusCode.InvalidArgument, "TOO_LARGE", "attributes" },
        { "an attribute over 4 KiB", t => t.Attributes["a"] = new string('v', 4_096), StatusCode.InvalidArgument, "TOO_LARGE", "attributes['a']" },
        { "attributes over 64 KiB", t => Attributes(t, 17, 4_000), StatusCode.InvalidArgument, "TOO_LARGE", "attributes" },
        { "an attribute without a name", t => t.Attributes[""] = "v", StatusCode.InvalidArgument, "EMPTY_ID", "attributes" },
        { "a time in the past", t => t.ScheduleAt = FromNow(-60), StatusCode.InvalidArgument, "SCHEDULE_OUT_OF_RANGE", "schedule_at" },
        { "a time over a year ahead", t => t.ScheduleAt = FromNow(367 * 86_400), StatusCode.InvalidArgument, "SCHEDULE_OUT_OF_RANGE", "schedule_at" },
        { "no point in time", t => t.ScheduleAt = new() { Seconds = long.MaxValue, Nanos = -5 }, StatusCode.InvalidArgument, "SCHEDULE_OUT_OF_RANGE", "schedule_at" },
        { "a time to live of nothing", t => t.TimeToLive = new(), StatusCode.InvalidArgument, "OUT_OF_RANGE", "time_to_live" },
        { "a time to live that contradicts itself", t => t.TimeToLive = new() { Seconds = 5, Nanos = -1_000_000 }, StatusCode.InvalidArgument, "OUT_OF_RANGE", "time_to_live" },
        { "a long known agent", t => t.KnownAgentId = new string('a', 129), StatusCode.InvalidArgument, "TOO_LARGE", "known_agent_id" },
        { "a call-back without a number", t => t.CallBack = new(), StatusCode.InvalidArgument, "EMPTY_ID", "call_back.number" },
        { "a call-back of a scheduled ticket", t => (t.CallBack, t.ScheduleAt) = (new() { Number = "1" }, FromNow(60)), StatusCode.InvalidArgument, "INVALID_REQUEST", "call_back" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_submit_with_a_mistake_is_refused_says_where_and_leaves_no_ticket(
        string what, Action<V1.SubmitRequest> mistake, StatusCode code, string reason, string field)
    {
        using var queue = await server.NewQueueAsync();
        var ticket = queue.NewTicket();
        mistake(ticket);

        var told = await Told.ByAsync(server.Admin.Tickets.SubmitAsync(ticket));

        Assert.Equal((what, code, reason, field), (what, told.Code, told.Reason, told.Field));
        Assert.DoesNotContain(told.Message, char.IsControl);
        await AssertNoTicketAsync(queue);
    }

    [Fact]
    public async Task A_channel_that_the_queue_does_not_take_is_refused()
    {
        using var queue = await server.NewQueueAsync(q => q.Channels.RemoveAt(2));

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(queue.NewTicket("email")));

        Assert.Equal((StatusCode.InvalidArgument, "CHANNEL_NOT_TAKEN", "channel"), (told.Code, told.Reason, told.Field));
    }

    [Fact]
    public async Task Everything_at_its_limit_is_taken()
    {
        using var queue = await server.NewQueueAsync();

        var submitted = await queue.SubmitAsync(change: t =>
        {
            t.ExternalId = new string('e', 256);
            t.Priority = 9;
            t.Segment = "gold";
            Repeat(16, () => t.Skills.Add(Skill("billing", 5)));
            t.Languages.Add([Language("zh-Hant-TW", 5), Language("x-own", 0, 86_400_000)]);
            t.Customer = new() { Id = Long[..256], Name = "שרה", Address = "+1" };
            t.Subject = "line\nbreaks \u202e are the screens' matter";
            t.Text = new string('t', 65_536);
            Attributes(t, 16, 4_000);
            t.TimeToLive = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));
        });

        var ticket = await queue.Adapter.Tickets.GetAsync(new() { TicketId = submitted.TicketId });
        Assert.Equal((9, "gold", 16, 1L), (ticket.Priority, ticket.Segment, ticket.Attributes.Count, ticket.LastMessageNumber));
        Assert.Equal(["zh-hant-tw", "x-own"], ticket.Languages.Select(l => l.Language));
        Assert.Equal([5, 1], ticket.Languages.Select(l => l.MinLevel));
    }

    [Fact]
    public async Task A_skill_of_the_list_that_nobody_has_is_taken_and_flagged()
    {
        using var queue = await server.NewQueueAsync();
        await queue.SignInAsync();

        var submitted = await queue.SubmitAsync(change: t => t.Skills.Add(Skill("billing", 1)));

        Assert.True(submitted.Unroutable);
        Assert.Equal(V1.TicketState.Queued, submitted.State);
    }

    [Fact]
    public async Task The_same_source_and_external_id_is_the_same_ticket()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = queue.NewTicket();
        var first = await queue.Adapter.Tickets.SubmitAsync(ticket);

        var second = await queue.Adapter.Tickets.SubmitAsync(ticket);

        Assert.Equal((true, false), (first.Created, second.Created));
        Assert.Equal((first.TicketId, first.CapabilityToken, first.ArrivedAt), (second.TicketId, second.CapabilityToken, second.ArrivedAt));
    }

    [Fact]
    public async Task The_same_source_and_external_id_with_other_content_is_refused_and_says_what_differs()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = queue.NewTicket();
        var first = await queue.Adapter.Tickets.SubmitAsync(ticket);
        ticket.Subject = "Another";
        ticket.Priority = 3;

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(ticket));

        Assert.Equal((StatusCode.AlreadyExists, "DIFFERENT_CONTENT"), (told.Code, told.Reason));
        Assert.Equal(first.TicketId, told.Metadata["ticket_id"]);
        Assert.NotEmpty(told.Metadata["differs"]);
    }

    [Fact]
    public async Task A_scheduled_ticket_may_be_sent_again_after_its_time()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = queue.NewTicket();
        ticket.ScheduleAt = FromNow(60);
        var first = await queue.Adapter.Tickets.SubmitAsync(ticket);
        Assert.Equal(V1.TicketState.Scheduled, first.State);
        server.Server.Logs.Expect(ClockSetForward);
        server.Server.Time.MoveWall(TimeSpan.FromMinutes(2));

        var second = await queue.Adapter.Tickets.SubmitAsync(ticket);

        Assert.Equal((first.TicketId, false), (second.TicketId, second.Created));
    }

    [Fact]
    public async Task An_adapter_submits_for_its_own_source_alone()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = queue.NewTicket();
        ticket.Source = "another";

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(ticket));

        Assert.Equal((StatusCode.PermissionDenied, "NOT_ALLOWED", "source"), (told.Code, told.Reason, told.Field));
    }

    private async Task AssertNoTicketAsync(TestQueue queue)
    {
        var told = await Told.ByAsync(server.Admin.Tickets.GetAsync(new() { Source = queue.Name, ExternalId = "1" }));
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_TICKET"), (told.Code, told.Reason));
        var live = await server.Admin.Supervisors.GetLiveAsync(new() { Queues = { queue.Name }, WithoutAgents = true });
        Assert.All(live.Rows, r => Assert.Equal(0, r.Waiting + r.Offered + r.Assigned));
    }

    private static V1.SkillLevel Skill(string name, int level) => new() { Skill = name, Level = level };

    private static V1.LanguageRequirement Language(string tag, int level = 0, int afterMs = 0) =>
        new() { Language = tag, MinLevel = level, After = afterMs == 0 ? null : Duration.FromTimeSpan(TimeSpan.FromMilliseconds(afterMs)) };

    private static void Attributes(V1.SubmitRequest ticket, int count, int size)
    {
        for (var i = 0; i < count; i++)
        {
            ticket.Attributes[$"{i}"] = new string('v', size);
        }
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }

    private static Timestamp FromNow(int seconds) => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddSeconds(seconds));
}
