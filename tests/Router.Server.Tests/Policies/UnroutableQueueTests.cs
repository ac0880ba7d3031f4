using Router.Server.Tests.Edge;
using Router.Testing;

namespace Router.Server.Tests.Policies;

/// <summary>What nobody could serve, how long tickets wait, and who is kept free, over real gRPC.</summary>
public sealed class UnroutableQueueTests(PolicyServer server) : IClassFixture<PolicyServer>
{
    [Fact]
    public async Task What_nobody_could_serve_is_found_in_the_queue_for_it_and_its_history_says_why()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues.Add(PolicyServer.Queue("desk"));
        policy.Workspace.UnroutableQueue = "desk";
        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "ann", Queues = { "service", "desk" }, Languages = { new V1.LanguageLevel { Language = "en", Level = 5 } } } });

        var submitted = await admin.Tickets.SubmitAsync(new()
        {
            Source = "test",
            ExternalId = "1",
            Channel = "call",
            Queue = "service",
            Languages = { new V1.LanguageRequirement { Language = "tlh" } },
        });

        Assert.True(submitted.Unroutable);
        var history = new V1.HistoryResponse();
        await Eventually.TrueAsync(
            async () => (history = await admin.Supervisors.HistoryAsync(new() { TicketId = submitted.TicketId })).Ticket.Queue == "desk",
            "the ticket in queue desk");
        Assert.Equal(
            [
                "Entered queue service.",
                "Unroutable: no registered agent could ever serve it.",
                "Sent on from queue service to queue desk: nobody could ever serve it.",
                "Entered queue desk.",
                "Routable again: a registered agent could serve it.",
            ],
            history.Entries.Select(e => e.Sentence));
        Assert.False(history.Ticket.Unroutable);
        Assert.Equal("desk", (await admin.Supervisors.GetWorkspacePolicyAsync(new())).Workspace.UnroutableQueue);
    }

    [Fact]
    public async Task A_queue_for_the_unroutable_that_is_not_there_or_is_deleted_is_refused()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues.Add(PolicyServer.Queue("desk"));
        policy.Workspace.UnroutableQueue = "nowhere";

        var problem = Assert.Single((await admin.Supervisors.PublishAsync(new() { Policy = policy })).Problems);
        Assert.Equal(("workspace.unroutable_queue", V1.Reason.UnknownQueue), (problem.Path, problem.Reason));

        policy.Workspace.UnroutableQueue = "desk";
        await admin.Supervisors.PublishAsync(new() { Policy = policy });
        Assert.Equal("IN_USE", (await Told.ByAsync(admin.Supervisors.DeleteQueueAsync(new() { Name = "desk" }))).Reason);
    }

    [Fact]
    public async Task A_ticket_expires_when_its_queue_says_and_the_document_is_read_as_it_was_published()
    {
        using var admin = await server.NewWorkspaceAsync();
        var policy = PolicyServer.Good();
        policy.Queues[0].TimeToLive = PolicyServer.Seconds(1);
        policy.Queues[0].Channels[0].Reserve = 2;
        policy.Queues[0].Channels[1].Limits = new() { Waiting = 5, OldestWait = PolicyServer.Seconds(60) };
        policy.Queues[0].Hours = new() { TimeZone = "Asia/Kolkata", Week = { Enumerable.Range(1, 7).Select(d => new V1.WeeklyOpening { Weekday = d, Opens = "00:00", Closes = "24:00" }) } };
        await admin.Supervisors.PublishAsync(new() { Policy = policy });

        var ticket = await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "1", Channel = "call", Queue = "service" });

        await Eventually.TrueAsync(
            async () => (await admin.Tickets.GetAsync(new() { TicketId = ticket.TicketId })).State == V1.TicketState.Expired, "an expired ticket");
        var read = await admin.Supervisors.GetPolicyAsync(new());
        Assert.Equal((2, PolicyServer.Seconds(1), "24:00"), (read.Queues[0].Channels[0].Reserve, read.Queues[0].TimeToLive, read.Queues[0].Hours.Week[6].Closes));
        Assert.Empty((await admin.Supervisors.DiffAsync(new() { From = 2, Policy = read })).Differences);
    }
}
