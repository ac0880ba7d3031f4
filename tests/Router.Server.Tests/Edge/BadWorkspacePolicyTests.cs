using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>Mistakes in what holds for all queues, and in workspaces: each is named, and changes nothing.</summary>
public sealed class BadWorkspacePolicyTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const StatusCode Invalid = StatusCode.InvalidArgument;

    public static TheoryData<string, Action<V1.PutWorkspacePolicyRequest>, StatusCode, string, string, string> Mistakes => new()
    {
        { "no policy", r => r.Workspace = null, Invalid, "INVALID_REQUEST", "workspace", "right would be a workspace's policy" },
        { "a channel without a name", r => r.Workspace.Channels.Add(new V1.ChannelPolicy()), Invalid, "EMPTY_ID", "workspace.channels[3].name", "1 to 64 characters" },
        { "a channel in capitals", r => r.Workspace.Channels.Add(Channel("Fax")), Invalid, "INVALID_REQUEST", "workspace.channels[3].name", "[a-z0-9_-]" },
        { "a channel twice", r => r.Workspace.Channels.Add(Channel("call")), Invalid, "INVALID_REQUEST", "workspace.channels[3].name", "each once" },
        { "17 channels", r => r.Workspace.Channels.Add(Enumerable.Range(0, 14).Select(i => Channel($"c{i}"))), Invalid, "TOO_LARGE", "workspace.channels", "at most 16" },
        {
            "a channel both ways",
            r => r.Workspace.Channels.Add(new V1.ChannelPolicy { Name = "fax", Exclusive = true, Interruptible = true }),
            Invalid, "INVALID_REQUEST", "workspace.channels[3].exclusive", "one of the two"
        },
        { "a strange way to accept", r => r.Workspace.Channels[0].Accept = (V1.AcceptMode)9, Invalid, "INVALID_REQUEST", "workspace.channels[0].accept", "one of the contract's values" },
        { "a channel for nothing", r => r.Workspace.Channels[0].Cost = 0, Invalid, "OUT_OF_RANGE", "workspace.channels[0].cost", "1 to 10000" },
        { "101 at once", r => r.Workspace.Channels[0].Max = 101, Invalid, "OUT_OF_RANGE", "workspace.channels[0].max", "0 to 100" },
        { "a grace of nothing", r => r.Workspace.Channels[0].Grace = new Duration(), Invalid, "OUT_OF_RANGE", "workspace.channels[0].grace", "1 to 86400 s" },
        { "an offer of two hours", r => r.Workspace.Channels[0].OfferTimeToLive = new() { Seconds = 7_200 }, Invalid, "OUT_OF_RANGE", "workspace.channels[0].offer_time_to_live", "1 to 3600 s" },
        { "a handle time of nothing", r => r.Workspace.Channels[0].HandleTime = new(), Invalid, "OUT_OF_RANGE", "workspace.channels[0].handle_time", "1 to 86400 s" },
        { "a skill without a name", r => r.Workspace.Skills.Add(new V1.SkillDefinition()), Invalid, "EMPTY_ID", "workspace.skills[1].name", "1 to 64 characters" },
        { "a long skill", r => r.Workspace.Skills.Add(Skill(new string('s', 65))), Invalid, "TOO_LARGE", "workspace.skills[1].name", "at most 64 characters" },
        { "a skill twice", r => r.Workspace.Skills.Add(Skill("billing")), Invalid, "INVALID_REQUEST", "workspace.skills[1].name", "each once" },
        { "a long label", r => r.Workspace.Skills[0].Label = new string('l', 257), Invalid, "TOO_LARGE", "workspace.skills[0].label", "at most 256 bytes" },
        { "the system's own away reason", r => r.Workspace.AwayReasons.Insert(0, new() { Code = "no_answer" }), Invalid, "INVALID_REQUEST", "workspace.away_reasons[0].code", "each once" },
        { "an away reason with a blank", r => r.Workspace.AwayReasons.Insert(0, new() { Code = "tea time" }), Invalid, "INVALID_REQUEST", "workspace.away_reasons[0].code", "[a-z0-9_]" },
        { "an away reason twice", r => r.Workspace.AwayReasons.Insert(0, new() { Code = "meal" }), Invalid, "INVALID_REQUEST", "workspace.away_reasons[2].code", "each once" },
        { "a segment without a name", r => r.Workspace.Segments.Add(""), Invalid, "EMPTY_ID", "workspace.segments[1]", "1 to 64 characters" },
        { "a segment twice", r => r.Workspace.Segments.Add("gold"), Invalid, "INVALID_REQUEST", "workspace.segments[1]", "each once" },
        { "a capacity below 0", r => r.Workspace.DefaultCapacity = -1, Invalid, "OUT_OF_RANGE", "workspace.default_capacity", "0 to 10000" },
        { "11 live offers", r => r.Workspace.LiveOffersPerAgent = 11, Invalid, "OUT_OF_RANGE", "workspace.live_offers_per_agent", "0 to 10" },
        { "a memory of two years", r => r.Workspace.CustomerMemory = new() { Seconds = 2L * 366 * 86_400 }, Invalid, "OUT_OF_RANGE", "workspace.customer_memory", "31622400" },
        { "101 offers", r => r.Workspace.OffersPerAgent = 101, Invalid, "OUT_OF_RANGE", "workspace.offers_per_agent", "0 to 100" },
        { "an unroutable queue", r => r.Workspace.UnroutableQueue = "nowhere", StatusCode.NotFound, "UNKNOWN_QUEUE", "workspace.unroutable_queue", "take a queue of the policy" },
        { "a breather of two hours", r => r.Workspace.AgentCare = new() { Breather = Duration.FromTimeSpan(TimeSpan.FromHours(2)) }, Invalid, "OUT_OF_RANGE", "workspace.agent_care.breather", "3600 s" },
        { "all of the hour", r => r.Workspace.AgentCare = new() { MaxOccupancyPercent = 100 }, Invalid, "OUT_OF_RANGE", "workspace.agent_care.max_occupancy_percent", "0 to 99" },
        { "without a skill that an agent has", r => r.Workspace.Skills.Clear(), StatusCode.FailedPrecondition, "IN_USE", "workspace.skills", "'expert'" },
        { "without a channel that a queue takes", r => r.Workspace.Channels.RemoveAt(0), StatusCode.FailedPrecondition, "IN_USE", "workspace.channels", "'golden'" },
        { "without a segment that a queue names", r => r.Workspace.Segments.Clear(), StatusCode.FailedPrecondition, "IN_USE", "workspace.segments", "'golden'" },
        { "an old version", r => r.ExpectedVersion = 1, StatusCode.Aborted, "VERSION_CONFLICT", "expected_version", "read it and change that one" },
        { "a long request id", r => r.RequestId = new string('r', 65), Invalid, "TOO_LARGE", "request_id", "at most 64 characters" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_and_changes_nothing(
        string what, Action<V1.PutWorkspacePolicyRequest> mistake, StatusCode code, string reason, string field, string right)
    {
        await UseAllAsync();
        var before = await PolicySnapshot.ReadAsync(server.Admin);
        var request = new V1.PutWorkspacePolicyRequest { Workspace = (await server.Admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace };
        request.Workspace.DefaultCapacity = 77;
        mistake(request);

        var told = await Told.ByAsync(server.Admin.Supervisors.PutWorkspacePolicyAsync(request));

        told.Names(what, code, reason, field, right);
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Theory]
    [InlineData("", Invalid, "INVALID_REQUEST", "1 to 63 characters of a-z, 0-9 and -")]
    [InlineData("Acme", Invalid, "INVALID_REQUEST", "1 to 63 characters of a-z, 0-9 and -")]
    [InlineData("a:b}", Invalid, "INVALID_REQUEST", "1 to 63 characters of a-z, 0-9 and -")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", Invalid, "INVALID_REQUEST", "1 to 63 characters")]
    [InlineData("default", StatusCode.AlreadyExists, "WORKSPACE_EXISTS", "take another id")]
    public async Task A_workspace_with_a_mistake_is_not_created(string id, StatusCode code, string reason, string right)
    {
        var before = await PolicySnapshot.ReadAsync(server.Admin);

        var told = await Told.ByAsync(server.Admin.Supervisors.CreateWorkspaceAsync(new() { Workspace = id, DisplayName = "Another" }));

        Assert.Equal((code, reason, "workspace"), (told.Code, told.Reason, told.Field));
        Assert.Contains(right, told.Message, StringComparison.Ordinal);
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    /// <summary>A queue that takes calls and names the segment, and an agent who has the skill.</summary>
    private async Task UseAllAsync()
    {
        await server.Admin.Supervisors.PutQueueAsync(new()
        {
            Queue = new()
            {
                Name = "golden",
                Channels = { new V1.QueueChannelPolicy { Channel = "call" } },
                HeadStartBySegment = { ["gold"] = new Duration { Seconds = 60 } },
            },
        });
        await server.Admin.Supervisors.PutAgentAsync(new()
        {
            Profile = new() { AgentId = "expert", Skills = { new V1.SkillLevel { Skill = "billing", Level = 5 } } },
        });
    }

    private static V1.ChannelPolicy Channel(string name) => new() { Name = name };

    private static V1.SkillDefinition Skill(string name) => new() { Name = name };
}
