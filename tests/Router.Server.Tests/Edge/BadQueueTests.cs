using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>Mistakes in queues: each is named, and changes nothing.</summary>
public sealed class BadQueueTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const StatusCode Invalid = StatusCode.InvalidArgument;

    public static TheoryData<string, Action<V1.PutQueueRequest>, StatusCode, string, string, string> Mistakes => new()
    {
        { "no queue", r => r.Queue = null, Invalid, "INVALID_REQUEST", "queue", "right would be a queue" },
        { "no name", r => r.Queue.Name = "", Invalid, "EMPTY_ID", "queue.name", "1 to 64 characters" },
        { "a long name", r => r.Queue.Name = new string('q', 65), Invalid, "TOO_LARGE", "queue.name", "at most 64 characters" },
        { "a name with a bell", r => r.Queue.Name = "q\a", Invalid, "INVALID_REQUEST", "queue.name", "one line of text" },
        { "a long label", r => r.Queue.Label = new string('l', 257), Invalid, "TOO_LARGE", "queue.label", "at most 256 bytes" },
        { "no channel", r => r.Queue.Channels.Clear(), Invalid, "INVALID_REQUEST", "queue.channels", "at least one channel" },
        { "an unknown channel", r => r.Queue.Channels.Add(Channel("fax")), Invalid, "UNKNOWN_CHANNEL", "queue.channels", "take channels of the workspace" },
        { "a channel without a name", r => r.Queue.Channels.Add(Channel("")), Invalid, "EMPTY_ID", "queue.channels[1].channel", "1 to 64 characters" },
        { "a channel twice", r => r.Queue.Channels.Add(Channel("call")), Invalid, "INVALID_REQUEST", "queue.channels[1].channel", "each once" },
        { "a target below 0", r => r.Queue.Channels[0].Target = Seconds(-1), Invalid, "OUT_OF_RANGE", "queue.channels[0].target", "0 to 31622400 s" },
        { "a time to live of nothing", r => r.Queue.TimeToLive = Seconds(0), Invalid, "OUT_OF_RANGE", "queue.time_to_live", "1 to 31622400 s" },
        { "a negative reserve", r => r.Queue.Channels[0].Reserve = -1, Invalid, "OUT_OF_RANGE", "queue.channels[0].reserve", "0 to 1000" },
        { "a service level above 100", r => r.Queue.Channels[0].ServiceLevelPercent = 101, Invalid, "OUT_OF_RANGE", "queue.channels[0].service_level_percent", "0 to 100" },
        { "an offer of no time", r => r.Queue.Channels[0].OfferTimeToLive = Seconds(0), Invalid, "OUT_OF_RANGE", "queue.channels[0].offer_time_to_live", "1 to 3600 s" },
        { "a part of a second", r => r.Queue.Channels[0].Target = new() { Seconds = 1, Nanos = 5 }, Invalid, "OUT_OF_RANGE", "queue.channels[0].target", "whole seconds" },
        { "a strange wrap-up", r => r.Queue.Channels[0].WrapUp = new() { Kind = (V1.WrapUpKind)9 }, Invalid, "INVALID_REQUEST", "queue.channels[0].wrap_up.kind", "one of the contract's values" },
        { "limits of nothing", r => r.Queue.Channels[0].Limits = new(), Invalid, "INVALID_REQUEST", "queue.channels[0].limits", "one of waiting" },
        { "an unknown skill", r => r.Queue.Skills.Add(Skill("juggling", 3)), Invalid, "UNKNOWN_SKILL", "queue.skills", "take skills of the workspace's list" },
        { "a skill of level 6", r => r.Queue.Skills.Add(Skill("billing", 6)), Invalid, "LEVEL_OUT_OF_RANGE", "queue.skills[0].level", "a level from 1 to 5" },
        { "a skill of level 0", r => r.Queue.Skills.Add(Skill("billing", 0)), Invalid, "LEVEL_OUT_OF_RANGE", "queue.skills[0].level", "a level from 1 to 5" },
        { "a malformed language", r => r.Queue.Languages.Add(Language("he-")), Invalid, "INVALID_LANGUAGE", "queue.languages[0].language", "a BCP 47 language tag" },
        { "a language of level 9", r => r.Queue.Languages.Add(Language("he", 9)), Invalid, "LEVEL_OUT_OF_RANGE", "queue.languages[0].min_level", "a level from 1 to 5" },
        { "a step that drops an unknown skill", r => r.Queue.Steps.Add(new V1.RoutingStep { DropSkills = { "juggling" } }), Invalid, "UNKNOWN_SKILL", "queue.steps", "take skills of the workspace's list" },
        { "a step to an unknown queue", r => r.Queue.Steps.Add(new V1.RoutingStep { Queue = "nowhere" }), StatusCode.NotFound, "UNKNOWN_QUEUE", "queue.steps", "take a queue of the policy" },
        { "a known agent without an end", r => r.Queue.Steps.Add(new V1.RoutingStep { KnownAgent = true }), Invalid, "INVALID_REQUEST", "queue.steps", "lasts until the next one" },
        { "a known agent later", r => r.Queue.Steps.Add(new V1.RoutingStep { After = Seconds(5), KnownAgent = true }), Invalid, "INVALID_REQUEST", "queue.steps", "Only the first step" },
        { "an expedited escalation", r => r.Queue.Escalation = new() { Expedite = true }, Invalid, "INVALID_REQUEST", "queue.escalation.expedite", "leave it out" },
        { "a step that lowers by 5", r => r.Queue.Steps.Add(new V1.RoutingStep { LowerSkillLevels = 5 }), Invalid, "OUT_OF_RANGE", "queue.steps[0].lower_skill_levels", "0 to 4" },
        {
            "steps that go backwards",
            r => r.Queue.Steps.Add([new() { After = Seconds(60) }, new() { After = Seconds(30) }]),
            Invalid, "OUT_OF_RANGE", "queue.steps[1].after", "not less than the 60000 ms"
        },
        {
            "a malformed language of a step",
            r => r.Queue.Steps.Add(new V1.RoutingStep { MoreLanguages = { Language("e") } }),
            Invalid, "INVALID_LANGUAGE", "queue.steps[0].more_languages[0].language", "a BCP 47 language tag"
        },
        { "a head start of priority 10", r => r.Queue.HeadStartByPriority[10] = Seconds(1), Invalid, "PRIORITY_OUT_OF_RANGE", "queue.head_start_by_priority", "priorities from 0 to 9" },
        { "a head start of 31 days", r => r.Queue.HeadStartByPriority[9] = Seconds(31 * 86_400), Invalid, "OUT_OF_RANGE", "queue.head_start_by_priority[9]", "0 to 2592000 s" },
        { "a head start of an unknown segment", r => r.Queue.HeadStartBySegment["lead"] = Seconds(1), Invalid, "UNKNOWN_SEGMENT", "queue.head_start_by_segment", "take segments of the workspace's list" },
        { "an unknown selection", r => r.Queue.Selection = "fastest", Invalid, "UNKNOWN_SELECTION", "queue.selection", "take one of longest-idle, best-fit, round-robin, least-loaded" },
        { "11 offers at once", r => r.Queue.OfferWidth = 11, Invalid, "OUT_OF_RANGE", "queue.offer_width", "0 to 10" },
        { "a cool-down of two days", r => r.Queue.CoolDown = Seconds(2 * 86_400), Invalid, "OUT_OF_RANGE", "queue.cool_down", "0 to 86400 s" },
        { "a disposition without a code", r => r.Queue.Dispositions.Add(new V1.Disposition()), Invalid, "EMPTY_ID", "queue.dispositions[0].code", "1 to 64 characters" },
        { "a disposition twice", r => r.Queue.Dispositions.Add([new() { Code = "done" }, new() { Code = "done" }]), Invalid, "INVALID_REQUEST", "queue.dispositions[1].code", "each once" },
        { "the system's own disposition", r => r.Queue.Dispositions.Add(new V1.Disposition { Code = "none_given" }), Invalid, "INVALID_REQUEST", "queue.dispositions[0].code", "each once" },
        { "an escalation with a time", r => r.Queue.Escalation = new() { After = Seconds(5) }, Invalid, "OUT_OF_RANGE", "queue.escalation.after", "to leave it out" },
        { "an escalation that lowers by 5", r => r.Queue.Escalation = new() { LowerSkillLevels = 5 }, Invalid, "OUT_OF_RANGE", "queue.escalation.lower_skill_levels", "0 to 4" },
        { "an escalation to an unknown queue", r => r.Queue.Escalation = new() { Queue = "nowhere" }, StatusCode.NotFound, "UNKNOWN_QUEUE", "queue.escalation", "take a queue of the policy" },
        { "a reopen window of 31 days", r => r.Queue.ReopenWindow = Seconds(31 * 86_400), Invalid, "OUT_OF_RANGE", "queue.reopen_window", "0 to 2592000 s" },
        { "hours without a zone", r => r.Queue.Hours = new(), Invalid, "EMPTY_ID", "queue.hours.time_zone", "1 to 64 characters" },
        { "an old version", r => r.ExpectedVersion = 1, StatusCode.Aborted, "VERSION_CONFLICT", "expected_version", "read it and change that one" },
        { "a version below 0", r => r.ExpectedVersion = -1, Invalid, "OUT_OF_RANGE", "expected_version", "0 to" },
        { "a long request id", r => r.RequestId = new string('r', 65), Invalid, "TOO_LARGE", "request_id", "at most 64 characters" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_and_changes_nothing(
        string what, Action<V1.PutQueueRequest> mistake, StatusCode code, string reason, string field, string right)
    {
        await server.Admin.Supervisors.PutQueueAsync(Good("Service"));
        var before = await PolicySnapshot.ReadAsync(server.Admin);
        var request = Good("Another label");
        mistake(request);

        var told = await Told.ByAsync(server.Admin.Supervisors.PutQueueAsync(request));

        told.Names(what, code, reason, field, right);
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Fact]
    public async Task A_request_id_of_another_request_is_refused_and_changes_nothing()
    {
        var first = Good("Service");
        first.RequestId = "once";
        var version = (await server.Admin.Supervisors.PutQueueAsync(first)).Version;
        var before = await PolicySnapshot.ReadAsync(server.Admin);
        var other = Good("Another label");
        other.RequestId = "once";

        var told = await Told.ByAsync(server.Admin.Supervisors.PutQueueAsync(other));
        var again = await server.Admin.Supervisors.PutQueueAsync(first);

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id"), (told.Code, told.Reason, told.Field));
        Assert.Equal(version, again.Version);
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Fact]
    public async Task A_queue_that_is_in_use_or_not_there_is_not_deleted()
    {
        using var queue = await server.NewQueueAsync();
        await queue.SubmitAsync();
        await server.Admin.Supervisors.PutQueueAsync(Good("Service"));
        var stepping = Good("Stepping");
        stepping.Queue.Name = "stepping";
        stepping.Queue.Steps.Add(new V1.RoutingStep { Queue = "service" });
        await server.Admin.Supervisors.PutQueueAsync(stepping);
        var before = await PolicySnapshot.ReadAsync(server.Admin);

        var withTickets = await Told.ByAsync(server.Admin.Supervisors.DeleteQueueAsync(new() { Name = queue.Name }));
        var named = await Told.ByAsync(server.Admin.Supervisors.DeleteQueueAsync(new() { Name = "service" }));
        var unknown = await Told.ByAsync(server.Admin.Supervisors.DeleteQueueAsync(new() { Name = "nowhere" }));
        var read = await Told.ByAsync(server.Admin.Supervisors.GetQueueAsync(new() { Name = "nowhere" }));
        var unnamed = await Told.ByAsync(server.Admin.Supervisors.DeleteQueueAsync(new()));

        Assert.Equal((StatusCode.FailedPrecondition, "IN_USE"), (withTickets.Code, withTickets.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, "IN_USE"), (named.Code, named.Reason));
        Assert.Contains("'stepping'", named.Message, StringComparison.Ordinal);
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_QUEUE", "name"), (unknown.Code, unknown.Reason, unknown.Field));
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_QUEUE", "name"), (read.Code, read.Reason, read.Field));
        Assert.Equal((Invalid, "EMPTY_ID", "name"), (unnamed.Code, unnamed.Reason, unnamed.Field));
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
        await server.Admin.Supervisors.DeleteQueueAsync(new() { Name = "stepping" });
    }

    private static V1.PutQueueRequest Good(string label) => new()
    {
        Queue = new V1.QueuePolicy { Name = "service", Label = label, Channels = { Channel("call") } },
    };

    private static V1.QueueChannelPolicy Channel(string name) => new() { Channel = name };

    private static V1.SkillLevel Skill(string name, int level) => new() { Skill = name, Level = level };

    private static V1.LanguageRequirement Language(string tag, int level = 0) => new() { Language = tag, MinLevel = level };

    private static Duration Seconds(long seconds) => new() { Seconds = seconds };
}
