using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

public sealed class SelectionTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_queue_with_best_fit_offers_a_ticket_to_the_one_who_knows_most()
    {
        using var queue = await server.NewQueueAsync(q => q.Selection = "best-fit");
        var first = queue.Use(await TestAgent.SignInAsync(await queue.NewAgentAsync(p => p.Skills.Add(Billing(2)))));
        var expert = queue.Use(await TestAgent.SignInAsync(await queue.NewAgentAsync(p => p.Skills.Add(Billing(5)))));

        var one = await queue.SubmitAsync(change: t => t.Skills.Add(Billing(1)));
        var other = await queue.SubmitAsync(change: t => t.Skills.Add(Billing(1)));

        Assert.Equal(one.TicketId, (await expert.NextAsync(Update.Offer)).Offer.Ticket.Id);
        Assert.Equal(other.TicketId, (await first.NextAsync(Update.Offer)).Offer.Ticket.Id);
    }

    [Theory]
    [InlineData("", "longest-idle")]
    [InlineData("longest-idle", "longest-idle")]
    [InlineData("best-fit", "best-fit")]
    [InlineData("round-robin", "round-robin")]
    [InlineData("least-loaded", "least-loaded")]
    public async Task A_queue_has_the_strategy_that_it_was_put_with(string put, string read)
    {
        using var queue = await server.NewQueueAsync(q => q.Selection = put);

        Assert.Equal(read, (await server.Admin.Supervisors.GetQueueAsync(new() { Name = queue.Name })).Selection);
    }

    private static V1.SkillLevel Billing(int level) => new() { Skill = "billing", Level = level };
}
