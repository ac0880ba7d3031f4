using Google.Protobuf.WellKnownTypes;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Care for agents, over the network.</summary>
public sealed class CareTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task After_a_ticket_marked_hard_the_agent_rests_and_stream_board_explain_and_history_say_so()
    {
        var workspace = (await server.Admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace;
        var care = new V1.AgentCare { Breather = Duration.FromTimeSpan(TimeSpan.FromHours(1)), DrainBefore = Duration.FromTimeSpan(TimeSpan.Zero) };
        workspace.AgentCare = care;
        await server.Admin.Supervisors.PutWorkspacePolicyAsync(new() { Workspace = workspace });
        Assert.Equal(care, (await server.Admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace.AgentCare);

        using var queue = await server.NewQueueAsync(q => q.Channels[0].WrapUp = new() { Kind = V1.WrapUpKind.None });
        var agent = await queue.SignInAsync();
        var id = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = id, OfferNo = 1 } });
        var stale = await agent.RefusedAsync(new() { MarkHard = new() { TicketId = id, AssignmentNo = 2 } });
        Assert.Equal(V1.Reason.NotYourAssignment, stale.Reason);
        Assert.Equal(V1.TicketState.Assigned, (await agent.DoAsync(new() { MarkHard = new() { TicketId = id, AssignmentNo = 1 } })).State);
        await agent.DoAsync(new() { Complete = new() { TicketId = id, AssignmentNo = 1 } });

        var told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged;
        Assert.Equal((V1.Presence.Available, true, V1.AgentActivity.Resting), (told.Presence.Presence, told.Presence.Resting, told.Activity));
        Assert.NotNull(told.Presence.RestingUntil);
        var live = (await server.Admin.Supervisors.GetLiveAsync(new())).Agents.Single(a => a.AgentId == agent.SignedIn!.AgentId);
        Assert.Equal(V1.AgentActivity.Resting, live.Activity);

        var next = (await queue.SubmitAsync()).TicketId;
        var why = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = next, AgentId = agent.SignedIn!.AgentId });
        Assert.Equal((1, 0, V1.WhyNot.Resting), (why.Steps[0].Resting, why.Steps[0].Eligible, Assert.Single(why.Agent.WhyNot)));
        Assert.Contains("1 signed in, resting", why.Sentence, StringComparison.Ordinal);
        var history = await server.Admin.Supervisors.HistoryAsync(new() { TicketId = id });
        Assert.Contains(history.Entries, e => e.Action == V1.HistoryAction.MarkedHard && e.Sentence == "Anna says that it was hard.");
    }
}
