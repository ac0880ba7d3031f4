using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>Mistakes in profiles: each is named, and changes nothing.</summary>
public sealed class BadProfileTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const StatusCode Invalid = StatusCode.InvalidArgument;

    public static TheoryData<string, Action<V1.PutAgentRequest>, StatusCode, string, string, string> Mistakes => new()
    {
        { "no profile", r => r.Profile = null, Invalid, "INVALID_REQUEST", "profile", "right would be a profile" },
        { "no id", r => r.Profile.AgentId = "", Invalid, "EMPTY_ID", "profile.agent_id", "1 to 128 characters" },
        { "a long id", r => r.Profile.AgentId = new string('a', 129), Invalid, "TOO_LARGE", "profile.agent_id", "at most 128 characters" },
        { "an id of two lines", r => r.Profile.AgentId = "a\r\nb", Invalid, "INVALID_REQUEST", "profile.agent_id", "one line of text" },
        { "a long name", r => r.Profile.Name = new string('n', 257), Invalid, "TOO_LARGE", "profile.name", "at most 256 bytes" },
        { "a long team", r => r.Profile.Team = new string('t', 65), Invalid, "TOO_LARGE", "profile.team", "at most 64 characters" },
        { "an unknown queue", r => r.Profile.Queues.Add("nowhere"), StatusCode.NotFound, "UNKNOWN_QUEUE", "profile.queues", "take queues of the policy" },
        { "an empty queue", r => r.Profile.Queues.Add(""), Invalid, "EMPTY_ID", "profile.queues[0]", "1 to 64 characters" },
        { "a queue twice", r => r.Profile.Queues.Add(["q", "q"]), Invalid, "INVALID_REQUEST", "profile.queues[1]", "each once" },
        { "an unknown skill", r => r.Profile.Skills.Add(Skill("juggling", 3)), Invalid, "UNKNOWN_SKILL", "profile.skills", "skills of the workspace's list" },
        { "a skill of level 0", r => r.Profile.Skills.Add(Skill("billing", 0)), Invalid, "LEVEL_OUT_OF_RANGE", "profile.skills[0].level", "a level from 1 to 5" },
        { "a skill of level 6", r => r.Profile.Skills.Add(Skill("billing", 6)), Invalid, "LEVEL_OUT_OF_RANGE", "profile.skills[0].level", "a level from 1 to 5" },
        { "a skill of level -1", r => r.Profile.Skills.Add(Skill("billing", -1)), Invalid, "LEVEL_OUT_OF_RANGE", "profile.skills[0].level", "a level from 1 to 5" },
        { "a skill without a name", r => r.Profile.Skills.Add(Skill("", 1)), Invalid, "EMPTY_ID", "profile.skills[0].skill", "1 to 64 characters" },
        { "a skill twice", r => r.Profile.Skills.Add([Skill("billing", 1), Skill("billing", 2)]), Invalid, "INVALID_REQUEST", "profile.skills[1].skill", "each once" },
        { "a malformed language", r => r.Profile.Languages.Add(Language("pt_BR", 1)), Invalid, "INVALID_LANGUAGE", "profile.languages[0].language", "a BCP 47 language tag" },
        { "no language", r => r.Profile.Languages.Add(Language("", 1)), Invalid, "INVALID_LANGUAGE", "profile.languages[0].language", "a BCP 47 language tag" },
        { "a language of level 6", r => r.Profile.Languages.Add(Language("he", 6)), Invalid, "LEVEL_OUT_OF_RANGE", "profile.languages[0].level", "a level from 1 to 5" },
        { "a language of level 0", r => r.Profile.Languages.Add(Language("he", 0)), Invalid, "LEVEL_OUT_OF_RANGE", "profile.languages[0].level", "a level from 1 to 5" },
        { "a language twice", r => r.Profile.Languages.Add([Language("he", 1), Language("HE", 2)]), Invalid, "INVALID_REQUEST", "profile.languages[1].language", "each once" },
        { "a capacity below 0", r => r.Profile.Capacity = -1, Invalid, "OUT_OF_RANGE", "profile.capacity", "0 to 10000" },
        { "a capacity of 10,001", r => r.Profile.Capacity = 10_001, Invalid, "OUT_OF_RANGE", "profile.capacity", "0 to 10000" },
        { "an unknown channel", r => r.Profile.Channels.Add(new V1.ChannelCapacity { Channel = "fax" }), Invalid, "UNKNOWN_CHANNEL", "profile.channels", "take channels of the policy" },
        { "no channel", r => r.Profile.Channels.Add(new V1.ChannelCapacity()), Invalid, "EMPTY_ID", "profile.channels[0].channel", "1 to 64 characters" },
        { "a channel twice", r => r.Profile.Channels.Add([new() { Channel = "call" }, new() { Channel = "call" }]), Invalid, "INVALID_REQUEST", "profile.channels[1].channel", "each once" },
        { "a channel for nothing", r => r.Profile.Channels.Add(new V1.ChannelCapacity { Channel = "call", Cost = 0 }), Invalid, "OUT_OF_RANGE", "profile.channels[0].cost", "1 to 10000" },
        { "101 at once", r => r.Profile.Channels.Add(new V1.ChannelCapacity { Channel = "call", Max = 101 }), Invalid, "OUT_OF_RANGE", "profile.channels[0].max", "0 to 100" },
        {
            "a strange way of accepting",
            r => r.Profile.Channels.Add(new V1.ChannelCapacity { Channel = "call", Accept = (V1.AcceptMode)9 }),
            Invalid, "INVALID_REQUEST", "profile.channels[0].accept", "one of the contract's values"
        },
        { "257 queues", r => r.Profile.Queues.Add(Enumerable.Range(0, 257).Select(i => $"{i}")), Invalid, "TOO_LARGE", "profile.queues", "at most 256" },
        { "a long request id", r => r.RequestId = new string('r', 65), Invalid, "TOO_LARGE", "request_id", "at most 64 characters" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_and_changes_nothing(
        string what, Action<V1.PutAgentRequest> mistake, StatusCode code, string reason, string field, string right)
    {
        await server.Admin.Supervisors.PutAgentAsync(Good("Anna"));
        var before = await PolicySnapshot.ReadAsync(server.Admin);
        var request = Good("Bea");
        mistake(request);

        var told = await Told.ByAsync(server.Admin.Supervisors.PutAgentAsync(request));

        told.Names(what, code, reason, field, right);
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Fact]
    public async Task A_profile_at_every_limit_is_taken()
    {
        var request = Good(new string('n', 256));
        request.Profile.AgentId = new string('a', 128);
        request.Profile.Team = new string('t', 64);
        request.Profile.Capacity = 10_000;
        request.Profile.Skills.Add(Skill("billing", 5));
        request.Profile.Languages.Add([Language("he", 1), Language("zh-Hant-TW", 5)]);
        request.Profile.Channels.Add(new V1.ChannelCapacity { Channel = "call", Cost = 10_000, Max = 0 });
        request.RequestId = new string('r', 64);

        var answer = await server.Admin.Supervisors.PutAgentAsync(request);

        Assert.True(answer.Created);
        Assert.Equal(answer.Profile, await server.Admin.Supervisors.GetAgentAsync(new() { AgentId = request.Profile.AgentId }));
    }

    [Fact]
    public async Task A_profile_put_again_under_its_request_id_is_answered_as_the_first_time()
    {
        var request = Good("Carl");
        (request.Profile.AgentId, request.RequestId) = ("carl", "new");

        var first = await server.Admin.Supervisors.PutAgentAsync(request);
        var again = await server.Admin.Supervisors.PutAgentAsync(request);
        request.RequestId = "replaced";
        var replaced = await server.Admin.Supervisors.PutAgentAsync(request);

        Assert.Equal((true, true, false), (first.Created, again.Created, replaced.Created));
    }

    [Fact]
    public async Task An_unknown_agent_is_neither_read_nor_deleted()
    {
        var before = await PolicySnapshot.ReadAsync(server.Admin);

        var read = await Told.ByAsync(server.Admin.Supervisors.GetAgentAsync(new() { AgentId = "nobody" }));
        var deleted = await Told.ByAsync(server.Admin.Supervisors.DeleteAgentAsync(new() { AgentId = "nobody" }));
        var unnamed = await Told.ByAsync(server.Admin.Supervisors.DeleteAgentAsync(new()));

        Assert.Equal((StatusCode.NotFound, "UNKNOWN_AGENT", "agent_id"), (read.Code, read.Reason, read.Field));
        Assert.Equal((StatusCode.NotFound, "UNKNOWN_AGENT"), (deleted.Code, deleted.Reason));
        Assert.Equal((Invalid, "EMPTY_ID", "agent_id"), (unnamed.Code, unnamed.Reason, unnamed.Field));
        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Fact]
    public async Task An_agent_who_is_signed_in_is_not_deleted()
    {
        using var queue = await server.NewQueueAsync();
        await queue.SignInAsync();

        var told = await Told.ByAsync(server.Admin.Supervisors.DeleteAgentAsync(new() { AgentId = $"{queue.Name}-1" }));

        Assert.Equal((StatusCode.FailedPrecondition, "IN_USE"), (told.Code, told.Reason));
        Assert.NotNull(await server.Admin.Supervisors.GetAgentAsync(new() { AgentId = $"{queue.Name}-1" }));
    }

    private static V1.PutAgentRequest Good(string name) => new() { Profile = new V1.AgentProfile { AgentId = "anna", Name = name } };

    private static V1.SkillLevel Skill(string name, int level) => new() { Skill = name, Level = level };

    private static V1.LanguageLevel Language(string tag, int level) => new() { Language = tag, Level = level };
}
