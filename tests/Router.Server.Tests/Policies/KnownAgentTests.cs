using Router.Server.Tests.Edge;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Policies;

public sealed class KnownAgentTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    [Fact]
    public async Task A_customer_who_writes_again_gets_the_agent_who_served_him_and_his_language()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin);
        using var anna = await SignInAsync(admin, "anna");
        await ServeAsync(anna, (await SubmitAsync(admin, "1", t => t.Languages.Add(new V1.LanguageRequirement { Language = "he" }))).TicketId);
        using var bob = await SignInAsync(admin, "bob");
        await anna.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "break", When = V1.PresenceWhen.Now } });
        await anna.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Available } });

        var again = await SubmitAsync(admin, "2");

        Assert.Equal(again.TicketId, (await anna.NextAsync(Update.Offer)).Offer.Ticket.Id);
        Assert.Equal("he", Assert.Single((await admin.Tickets.GetAsync(new() { TicketId = again.TicketId })).Languages).Language);
        var history = (await admin.Supervisors.HistoryAsync(new() { TicketId = again.TicketId })).Entries;
        Assert.Contains(history, h => h.Action == V1.HistoryAction.AgentWanted && h.AgentId == "anna" && h.Code == "KnownAgent");
    }

    [Fact]
    public async Task The_agent_named_at_submit_is_waited_for_while_the_step_lasts()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin);
        using var anna = await SignInAsync(admin, "anna");
        using var bob = await SignInAsync(admin, "bob");

        var ticket = await SubmitAsync(admin, "1", t => t.KnownAgentId = "bob");

        Assert.Equal(ticket.TicketId, (await bob.NextAsync(Update.Offer)).Offer.Ticket.Id);
    }

    [Fact]
    public async Task A_caller_cut_off_who_is_back_has_his_agent_and_his_place()
    {
        using var admin = await server.NewWorkspaceAsync();
        await PublishAsync(admin);
        using var anna = await SignInAsync(admin, "anna");
        var first = await SubmitAsync(admin, "1");
        await AcceptAsync(anna, first.TicketId);
        var due = (await admin.Tickets.GetAsync(new() { TicketId = first.TicketId })).DueAt;
        using var bob = await SignInAsync(admin, "bob");
        await admin.Tickets.EndAsync(new() { RequestId = "e1", TicketId = first.TicketId, By = V1.EndedBy.Channel });

        var again = await SubmitAsync(admin, "2");

        Assert.Equal(again.TicketId, (await anna.NextAsync(Update.Offer)).Offer.Ticket.Id);
        Assert.Equal(due, (await admin.Tickets.GetAsync(new() { TicketId = again.TicketId })).DueAt);
    }

    [Fact]
    public async Task An_expedited_ticket_is_first_in_its_queue_and_says_so()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].Steps.Add([new V1.RoutingStep { Expedite = true }, new V1.RoutingStep { After = PolicyServer.Seconds(3_600) }]);
        policy.Queues.Add(PolicyServer.Queue("sales"));
        await admin.Supervisors.PublishAsync(new() { Policy = policy });

        var ticket = await SubmitAsync(admin, "1");

        var history = (await admin.Supervisors.HistoryAsync(new() { TicketId = ticket.TicketId })).Entries;
        Assert.Contains(history, h => h.Action == V1.HistoryAction.Expedited && h.Code == "expedited");
        var page = await admin.Supervisors.ListTicketsAsync(new());
        Assert.Equal(ticket.TicketId, Assert.Single(page.Tickets).Id);
        Assert.True((await admin.Supervisors.GetPolicyAsync(new())).Queues.Single(q => q.Name == "service").Steps[0].Expedite);
    }

    [Fact]
    public async Task A_step_for_the_known_agent_where_nobody_is_remembered_is_warned_of()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].Steps.Add([new V1.RoutingStep { KnownAgent = true }, new V1.RoutingStep { After = PolicyServer.Seconds(60) }]);

        var forgetful = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;
        policy.Workspace.CustomerMemory = PolicyServer.Seconds(60);
        var remembering = (await admin.Supervisors.ValidateAsync(new() { Policy = policy })).Problems;

        Assert.Contains(forgetful, p => p is { Path: "queues[0].steps[0].known_agent", Severity: V1.ProblemSeverity.Warning });
        Assert.DoesNotContain(remembering, p => p.Path == "queues[0].steps[0].known_agent");
    }

    private static async Task PublishAsync(TestCaller admin)
    {
        var policy = PolicyServer.Good();
        policy.Workspace.CustomerMemory = PolicyServer.Seconds(86_400);
        policy.Workspace.AwayReasons.Add(new V1.AwayReason { Code = "break" });
        policy.Queues[0].Channels[0].WrapUp = new() { Kind = V1.WrapUpKind.None };
        policy.Queues[0].Steps.Add([new V1.RoutingStep { KnownAgent = true }, new V1.RoutingStep { After = PolicyServer.Seconds(600) }]);
        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        foreach (var id in new[] { "anna", "bob" })
        {
            await admin.Supervisors.PutAgentAsync(new()
            {
                Profile = new V1.AgentProfile { AgentId = id, Languages = { new V1.LanguageLevel { Language = "he", Level = 4 } } },
            });
        }
    }

    private static Task<TestAgent> SignInAsync(TestCaller admin, string id) =>
        TestAgent.SignInAsync(admin, new V1.SignIn { AgentId = id, Presence = V1.Presence.Available });

    private static async Task<V1.SubmitResponse> SubmitAsync(TestCaller admin, string id, Action<V1.SubmitRequest>? change = null)
    {
        var ticket = new V1.SubmitRequest { Source = "phone", ExternalId = id, Channel = "call", Queue = "service", Customer = new() { Id = "dan" } };
        change?.Invoke(ticket);
        return await admin.Tickets.SubmitAsync(ticket);
    }

    private static async Task AcceptAsync(TestAgent agent, string ticketId)
    {
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        Assert.Equal(ticketId, offer.Ticket.Id);
        await agent.DoAsync(new() { Accept = new() { TicketId = ticketId, OfferNo = offer.OfferNo } });
    }

    private static async Task ServeAsync(TestAgent agent, string ticketId)
    {
        await AcceptAsync(agent, ticketId);
        await agent.DoAsync(new() { Complete = new() { TicketId = ticketId, AssignmentNo = 1 } });
    }
}
