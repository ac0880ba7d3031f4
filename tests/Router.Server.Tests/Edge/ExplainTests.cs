using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Why a ticket waits or did what it did, as a supervisor reads it.</summary>
public sealed class ExplainTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_call_that_waits_tells_for_whom_what_keeps_them_and_when_it_opens_to_more()
    {
        using var queue = await server.NewQueueAsync(q => q.Steps.Add(
            new V1.RoutingStep { After = new() { Seconds = 10_830 }, DropAllSkills = true }));
        await queue.NewAgentAsync();
        await queue.NewAgentAsync(a => a.Skills.Add(new V1.SkillLevel { Skill = "billing", Level = 4 }));
        await queue.NewAgentAsync(a => a.Skills.Add(new V1.SkillLevel { Skill = "billing", Level = 3 }));
        var first = await SubmitAsync(queue);
        var second = await SubmitAsync(queue);

        var told = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = second, AgentId = $"{queue.Name}-1" });

        Assert.Equal(
            $"Waits for billing ≥ 3 in queue {queue.Name}: 2 registered, none signed in. 1 ticket goes first. In 3 h 0 min it opens to 1 more.", told.Sentence);
        Assert.Equal([(2, true), (3, false)], told.Steps.Select(s => (s.Registered, s.Open)));
        Assert.Equal(TimeSpan.FromSeconds(10_830), told.Steps[1].OpensAt.ToDateTime() - told.Steps[0].OpensAt.ToDateTime());
        Assert.Equal((first, 1), (Assert.Single(told.Ahead).TicketId, told.AheadCount));
        Assert.Equal([V1.WhyNot.Skill, V1.WhyNot.NotSignedIn], told.Agent.WhyNot);
        Assert.StartsWith("Anna lacks a skill or its level, is not signed in. The first of this may end in 3 h", told.Agent.Sentence, StringComparison.Ordinal);
        Assert.Equal((second, V1.TicketState.Queued), (told.Ticket.Id, told.Ticket.State));
        Assert.Equal(
            $"Ждёт: billing ≥ 3, очередь {queue.Name}; 2 зарегистрированы, никто не вошёл. Раньше идёт 1 обращение. Через 3 ч 0 мин откроется ещё 1 сотруднику.",
            (await server.Admin.Supervisors.ExplainAsync(new() { TicketId = second, Language = "ru" })).Sentence);
    }

    [Fact]
    public async Task From_the_offer_to_the_end_it_tells_who_has_it()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var id = (await queue.SubmitAsync()).TicketId;
        await agent.NextAsync(Update.Offer);

        Assert.Matches("^Offered to Anna \\d+ s ago, who has \\d+ s more to answer.$", await SentenceAsync(id));
        await agent.DoAsync(new() { Accept = new() { TicketId = id, OfferNo = 1 } });
        Assert.Matches("^Anna has had it for \\d+ s; it waited \\d+ s.$", await SentenceAsync(id));
        var waiting = (await queue.SubmitAsync()).TicketId;
        Assert.Matches(
            $"^Waits for an agent of queue {queue.Name}: 1 registered, 1 signed in, at work with no room for it \\(longest \\d+ s\\).$",
            (await SentenceAsync(waiting)).Replace("room for it.", "room for it (longest 0 s).", StringComparison.Ordinal));
        await agent.DoAsync(new() { Complete = new() { TicketId = id, AssignmentNo = 1 } });

        var closed = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = id, AgentId = $"{queue.Name}-1" });
        Assert.Matches("^Completed by Anna: it waited \\d+ s and was handled for \\d+ s.$", closed.Sentence);
        Assert.Equal((V1.TicketState.Completed, true, 0), (closed.Ticket.State, Assert.Single(closed.Steps).Open, closed.Steps[0].Registered));
        Assert.Equal([V1.WhyNot.HasIt], closed.Agent.WhyNot);
        Assert.Equal("Anna had it last.", closed.Agent.Sentence);
    }

    [Fact]
    public async Task What_nobody_could_ever_serve_is_said_to_be_so()
    {
        using var queue = await server.NewQueueAsync();
        await queue.NewAgentAsync();

        Assert.Equal(
            $"Waits for billing ≥ 3 in queue {queue.Name}: no registered agent could ever serve it, in any step.", await SentenceAsync(await SubmitAsync(queue)));
    }

    [Theory]
    [InlineData("", "", "", StatusCode.InvalidArgument, "EMPTY_ID", "ticket_id")]
    [InlineData("7-7", "", "", StatusCode.NotFound, "UNKNOWN_TICKET", "ticket_id")]
    [InlineData("7-7", "nobody", "", StatusCode.NotFound, "UNKNOWN_AGENT", "agent_id")]
    [InlineData("7-7", "a\nb", "", StatusCode.InvalidArgument, "INVALID_REQUEST", "agent_id")]
    [InlineData("7-7", "", "e", StatusCode.InvalidArgument, "INVALID_LANGUAGE", "language")]
    public async Task A_mistake_is_named(string ticket, string agent, string language, StatusCode code, string reason, string field)
    {
        var told = await Told.ByAsync(server.Admin.Supervisors.ExplainAsync(new() { TicketId = ticket, AgentId = agent, Language = language }));
        Assert.Equal((code, reason, field), (told.Code, told.Reason, told.Field));
    }

    [Fact]
    public void The_engine_counts_what_keeps_an_agent_as_the_contract_does() =>
        Assert.All(Enum.GetValues<Engine.Queries.WhyNot>(), w => Assert.Equal($"{w}", $"{(V1.WhyNot)w}"));

    private static async Task<string> SubmitAsync(TestQueue queue) =>
        (await queue.SubmitAsync(change: t => t.Skills.Add(new V1.SkillLevel { Skill = "billing", Level = 3 }))).TicketId;

    private async Task<string> SentenceAsync(string id) => (await server.Admin.Supervisors.ExplainAsync(new() { TicketId = id })).Sentence;
}
