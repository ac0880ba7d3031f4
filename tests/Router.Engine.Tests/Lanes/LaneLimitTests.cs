using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Lanes;

/// <summary>Nobody can fill the memory by asking for ever other skills and languages.</summary>
public sealed class LaneLimitTests
{
    private const int MostLanes = 10_000;
    private const int Skills = 70;
    private const int Firsts = 60;

    private static readonly WorkspacePolicy Policy = Rules.Standard with
    {
        Skills = [.. Enumerable.Range(0, Skills).Select(i => new CodeLabel($"skill-{i}"))],
        Queues = [Rules.Queue(Rules.Service) with { Skills = [new SkillNeed("skill-0", 3)], Languages = [new LanguageNeed("en", 2, 0)] }],
    };

    [Fact]
    public void Past_ten_thousand_lanes_a_ticket_asks_as_its_queue_does()
    {
        var workspace = new Workspace(Policy);
        workspace.Engine.Apply(new Commands.PutAgent(new() { Id = "ann" }), workspace.Now);
        var tickets = Enumerable.Range(0, MostLanes).Select(i => workspace.Submit("call", c => c with { Skills = Asked(i) })).ToList();
        Assert.Empty(workspace.FactsOf<LaneLimitReached>());

        var past = workspace.Submit("call", c => c with { Skills = Asked(MostLanes), Languages = [new LanguageNeed("he", 4, 0)] });

        var reached = Assert.Single(workspace.FactsOf<LaneLimitReached>());
        Assert.Equal((Rules.Service, MostLanes), (reached.Queue, reached.Lanes));
        var requirement = Assert.Single(workspace.Ticket(past).Steps).Requirement;
        Assert.Equal(new Requirement(Rules.Service, [new LanguageNeed("en", 2, 0)], [new SkillNeed("skill-0", 3)]), requirement);
        Assert.Equal("he", workspace.Ticket(past).Content.FirstLanguage);

        // What has a lane keeps to it, and it goes on like this after a crash.
        workspace.Reload();
        var known = workspace.Submit("call", c => c with { Skills = Asked(7) });
        Assert.Equal(workspace.Ticket(tickets[7]).Steps, workspace.Ticket(known).Steps);
        Assert.Single(workspace.FactsOf<LaneLimitReached>());

        // Room comes with the end of tickets.
        tickets[..3].ForEach(workspace.End);
        var asked = Asked(MostLanes + 1);
        var after = workspace.Submit("call", c => c with { Skills = asked });
        Assert.Equal(3, workspace.Ticket(after).Steps[0].Requirement.Skills.Count);
        Assert.Single(workspace.FactsOf<LaneLimitReached>());
    }

    [Fact]
    public void The_hundred_and_first_language_of_a_queue_is_counted_with_tickets_that_name_none()
    {
        var workspace = new Workspace(Policy).Agent("ann");
        for (var i = 0; i < 200; i++)
        {
            workspace.Submit("call", c => c with { Languages = [new LanguageNeed($"x{i}", 1, 0)] });
        }

        Assert.Equal(101, workspace.Engine.LiveRows().Count);
        Assert.Equal(100, workspace.Engine.LiveRows().Single(r => r.Language.Length == 0).Waiting);
        Assert.Equal(workspace.Engine.LiveRows(), workspace.Reload().Engine.LiveRows());
    }

    /// <summary>Two skills with their levels, never the same twice.</summary>
    private static List<SkillNeed> Asked(int number)
    {
        var pair = number / 25;
        var first = 1 + (pair % Firsts);
        var second = first + 1 + (pair / Firsts);
        return [new SkillNeed($"skill-{first}", 1 + (number % 5)), new SkillNeed($"skill-{second}", 1 + (number / 5 % 5))];
    }
}
