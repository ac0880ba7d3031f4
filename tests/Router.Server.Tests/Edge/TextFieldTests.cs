using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>Line ends, control characters and overrides of direction in every short text: which fields take them, and what the others say.</summary>
public sealed class TextFieldTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const string AnyText = "a\nb\0c\u001b[2Jd\u202ee\u2066f";

    private static readonly string[] Hostile = ["a\nb", "a\0b", "a\u001b[2Jb", "a\u202eb", "a\u2066b", "a\u2028b"];

    public static TheoryData<string, Action<V1.SubmitRequest, string>> OfSubmits => new()
    {
        { "source", (t, text) => t.Source = text },
        { "external_id", (t, text) => t.ExternalId = text },
        { "channel", (t, text) => t.Channel = text },
        { "queue", (t, text) => t.Queue = text },
        { "segment", (t, text) => t.Segment = text },
        { "known_agent_id", (t, text) => t.KnownAgentId = text },
        { "skills[0].skill", (t, text) => t.Skills.Add(new V1.SkillLevel { Skill = text, Level = 1 }) },
        { "languages[0].language", (t, text) => t.Languages.Add(new V1.LanguageRequirement { Language = text }) },
        { "text_language", (t, text) => t.TextLanguage = text },
        { "customer.id", (t, text) => t.Customer = new() { Id = text } },
        { "call_back.number", (t, text) => t.CallBack = new() { Number = text } },
        { "attributes", (t, text) => t.Attributes[text] = "v" },
    };

    public static TheoryData<string, Action<V1.QueuePolicy, string>> OfQueues => new()
    {
        { "queue.name", (q, text) => q.Name = text },
        { "queue.label", (q, text) => q.Label = text },
        { "queue.dispositions[0].code", (q, text) => q.Dispositions.Add(new V1.Disposition { Code = text }) },
        { "queue.dispositions[0].label", (q, text) => q.Dispositions.Add(new V1.Disposition { Code = "done", Label = text }) },
    };

    public static TheoryData<string, Action<V1.AgentProfile, string>> OfProfiles => new()
    {
        { "profile.agent_id", (p, text) => p.AgentId = text },
        { "profile.name", (p, text) => p.Name = text },
        { "profile.team", (p, text) => p.Team = text },
    };

    public static TheoryData<string, Action<V1.WorkspacePolicy, string>> OfWorkspaces => new()
    {
        { "workspace.skills[0].name", (w, text) => w.Skills.Insert(0, new V1.SkillDefinition { Name = text }) },
        { "workspace.skills[0].label", (w, text) => w.Skills.Insert(0, new V1.SkillDefinition { Name = "s", Label = text }) },
        { "workspace.away_reasons[0].label", (w, text) => w.AwayReasons.Insert(0, new V1.AwayReason { Code = "tea", Label = text }) },
        { "workspace.segments[0]", (w, text) => w.Segments.Insert(0, text) },
    };

    [Theory]
    [MemberData(nameof(OfSubmits))]
    public async Task A_submit_is_refused_and_no_ticket_comes_of_it(string field, Action<V1.SubmitRequest, string> set)
    {
        using var queue = await server.NewQueueAsync();
        foreach (var text in Hostile)
        {
            var ticket = queue.NewTicket();
            set(ticket, text);

            Names(field, await Told.ByAsync(server.Admin.Tickets.SubmitAsync(ticket)));
        }

        Assert.Empty((await server.Admin.Supervisors.ListTicketsAsync(new() { Queue = queue.Name })).Tickets);
    }

    [Theory]
    [MemberData(nameof(OfQueues))]
    public async Task A_queue_is_refused(string field, Action<V1.QueuePolicy, string> set)
    {
        foreach (var text in Hostile)
        {
            var queue = new V1.QueuePolicy { Name = "texts", Channels = { new V1.QueueChannelPolicy { Channel = "chat" } } };
            set(queue, text);

            Names(field, await Told.ByAsync(server.Admin.Supervisors.PutQueueAsync(new() { Queue = queue })));
        }
    }

    [Theory]
    [MemberData(nameof(OfProfiles))]
    public async Task A_profile_is_refused(string field, Action<V1.AgentProfile, string> set)
    {
        foreach (var text in Hostile)
        {
            var profile = new V1.AgentProfile { AgentId = "texts" };
            set(profile, text);

            Names(field, await Told.ByAsync(server.Admin.Supervisors.PutAgentAsync(new() { Profile = profile })));
        }
    }

    [Theory]
    [MemberData(nameof(OfWorkspaces))]
    public async Task A_workspaces_policy_is_refused(string field, Action<V1.WorkspacePolicy, string> set)
    {
        foreach (var text in Hostile)
        {
            var workspace = (await server.Admin.Supervisors.GetPolicyAsync(new())).Workspace;
            set(workspace, text);

            Names(field, await Told.ByAsync(server.Admin.Supervisors.PutWorkspacePolicyAsync(new() { Workspace = workspace })));
        }
    }

    [Fact]
    public async Task The_reasons_of_supervisors_and_the_name_of_a_workspace_are_refused()
    {
        var supervisors = server.Admin.Supervisors;
        foreach (var text in Hostile)
        {
            Names("tickets.why", await Told.ByAsync(supervisors.MoveAsync(new() { Queue = "q", Tickets = new() { TicketIds = { "1-1" }, Why = text } })));
            Names("why", await Told.ByAsync(supervisors.SetAgentPresenceAsync(new() { AgentIds = { "ann" }, Presence = V1.Presence.Available, Why = text })));
            Names("display_name", await Told.ByAsync(supervisors.CreateWorkspaceAsync(new() { Workspace = "texts", DisplayName = text })));
        }
    }

    [Fact]
    public async Task An_agents_reason_and_disposition_are_refused_and_the_offer_stays()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        await queue.SubmitAsync();
        var offer = (await agent.NextAsync(V1.WorkUpdate.UpdateOneofCase.Offer)).Offer;
        foreach (var text in Hostile)
        {
            var declined = await agent.RefusedAsync(new() { Decline = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo, Reason = text } });
            var completed = await agent.RefusedAsync(new() { Complete = new() { TicketId = offer.Ticket.Id, AssignmentNo = 1, Disposition = text } });

            Assert.Equal(("decline.reason", V1.Reason.InvalidRequest), (declined.Metadata["field"], declined.Reason));
            Assert.Equal(("complete.disposition", V1.Reason.InvalidRequest), (completed.Metadata["field"], completed.Reason));
        }

        await agent.DoAsync(new() { Accept = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } });
    }

    [Fact]
    public async Task What_customers_and_agents_write_is_taken_as_it_is()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticketId) = await queue.OwnerAsync();
        var submitted = await queue.SubmitAsync("email", t =>
        {
            t.Customer = new() { Name = AnyText, Address = AnyText };
            (t.Subject, t.Text) = (AnyText, AnyText);
            t.Attributes["from"] = AnyText;
        });
        await owner.DoAsync(new() { Message = new() { TicketId = ticketId, AssignmentNo = 1, Text = AnyText } });
        await owner.DoAsync(new() { Complete = new() { TicketId = ticketId, AssignmentNo = 1, Note = AnyText } });

        var ticket = await server.Admin.Tickets.GetAsync(new() { TicketId = submitted.TicketId });
        var conversation = await server.Admin.Tickets.GetConversationAsync(new() { TicketId = submitted.TicketId });

        Assert.Equal((AnyText, AnyText, AnyText), (ticket.Customer.Name, ticket.Customer.Address, ticket.Subject));
        Assert.Equal((AnyText, AnyText), (ticket.Attributes["from"], conversation.Messages.Single().Text));
    }

    private static void Names(string field, Told told)
    {
        Assert.Equal(StatusCode.InvalidArgument, told.Code);
        Assert.Contains(told.Reason, new[] { "INVALID_REQUEST", "INVALID_LANGUAGE" });
        Assert.StartsWith(field, told.Field, StringComparison.Ordinal);
        Assert.DoesNotContain(told.Message, c => char.IsControl(c) || c is '\u202e' or '\u2066' or '\u2028');
        Assert.Contains("right would be", told.Message, StringComparison.Ordinal);
    }
}
