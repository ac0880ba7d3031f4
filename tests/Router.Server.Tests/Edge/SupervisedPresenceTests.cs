using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What a supervisor sets in agents' places, over the network.</summary>
public sealed class SupervisedPresenceTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    public static TheoryData<string, Action<V1.DrainRequest>, string, string> Mistakes => new()
    {
        { "none", r => r.AgentIds.Clear(), "INVALID_REQUEST", "agent_ids" },
        { "1,001", r => r.AgentIds.Add(Enumerable.Range(0, 1_001).Select(i => $"a{i}")), "TOO_LARGE", "agent_ids" },
        { "twice", r => r.AgentIds.Add("anna"), "INVALID_REQUEST", "agent_ids[1]" },
        { "empty", r => r.AgentIds.Add(""), "EMPTY_ID", "agent_ids[1]" },
        { "a long why", r => r.Why = new string('w', 257), "TOO_LARGE", "why" },
        { "stopped later", r => (r.Stop, r.At) = (true, new Timestamp { Seconds = 2_000_000_000 }), "INVALID_REQUEST", "at" },
        { "in 100 years", r => r.At = new Timestamp { Seconds = 5_000_000_000 }, "SCHEDULE_OUT_OF_RANGE", "at" },
        { "unknown", _ => { }, "UNKNOWN_AGENT", "agent_id" },
    };

    private V1.SupervisorService.SupervisorServiceClient Supervisors => server.Admin.Supervisors;

    [Fact]
    public async Task Set_away_by_a_supervisor_the_agent_is_told_by_whom_and_why_and_the_board_shows_it()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var id = agent.SignedIn!.AgentId;
        var request = new V1.SetAgentPresenceRequest
        {
            AgentIds = { id },
            Presence = V1.Presence.Away,
            AwayReason = "meeting",
            Why = "all hands",
            RequestId = queue.Name,
        };
        await Supervisors.SetAgentPresenceAsync(request);
        await Supervisors.SetAgentPresenceAsync(request);

        var told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged.Presence;
        Assert.Equal((V1.Presence.Away, "meeting", "all hands", V1.ActorKind.Admin), (told.Presence, told.AwayReason, told.Why, told.SetBy.Kind));
        var live = (await Supervisors.GetLiveAsync(new())).Agents.Single(a => a.AgentId == id);
        Assert.Equal(V1.Presence.Away, live.Presence.Presence);
        Assert.Equal("UNKNOWN_AWAY_REASON", (await Told.ByAsync(Supervisors.SetAgentPresenceAsync(new() { AgentIds = { id }, Presence = V1.Presence.Away, AwayReason = "beach" }))).Reason);
        Assert.Equal("INVALID_REQUEST", (await Told.ByAsync(Supervisors.SetAgentPresenceAsync(new() { AgentIds = { id } }))).Reason);
    }

    [Fact]
    public async Task Drained_an_agent_keeps_what_he_has_and_is_offered_nothing_until_it_is_stopped()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var id = agent.SignedIn!.AgentId;
        await Supervisors.DrainAsync(new() { AgentIds = { id }, Why = "shift ends" });
        var told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged.Presence;
        Assert.Equal((true, "shift ends", V1.Presence.Available), (told.Draining, told.DrainWhy, told.Presence));
        Assert.True((await Supervisors.GetLiveAsync(new())).Agents.Single(a => a.AgentId == id).Presence.Draining);

        var ticket = await queue.SubmitAsync();
        Assert.Equal(V1.TicketState.Queued, ticket.State);
        await Supervisors.DrainAsync(new() { AgentIds = { id }, Stop = true });
        Assert.Equal(ticket.TicketId, (await agent.NextAsync(Update.Offer)).Offer.Ticket.Id);
    }

    [Fact]
    public async Task Signed_out_by_a_supervisor_the_stream_ends_and_does_not_come_back_by_itself()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        await Supervisors.SetAgentPresenceAsync(new() { AgentIds = { agent.SignedIn!.AgentId }, Presence = V1.Presence.Offline });

        var ended = (await agent.NextAsync(Update.SessionEnded)).SessionEnded;
        Assert.Equal((V1.SessionEnd.Supervisor, false), (ended.Reason, ended.Reconnect));
        Assert.Equal(StatusCode.OK, (await agent.EndAsync()).StatusCode);
        Assert.Equal("NO_SESSION", (await Told.ByAsync(Supervisors.DrainAsync(new() { AgentIds = { agent.SignedIn.AgentId } }))).Reason);
    }

    [Fact]
    public async Task Away_for_one_channel_the_agent_is_told_so_and_takes_the_others()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        await agent.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "technical", Channel = "call" } });
        var told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged.Presence;
        Assert.Equal((V1.Presence.Available, "call", "technical"), (told.Presence, Assert.Single(told.Channels).Channel, told.Channels[0].AwayReason));

        var refused = await agent.RefusedAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "technical", Channel = "fax" } });
        Assert.Equal(V1.Reason.UnknownChannel, refused.Reason);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named(string what, Action<V1.DrainRequest> make, string reason, string field)
    {
        var request = new V1.DrainRequest { AgentIds = { "anna" } };
        make(request);
        var told = await Told.ByAsync(Supervisors.DrainAsync(request));
        Assert.Equal((what, reason, field), (what, told.Reason, told.Field));
    }
}
