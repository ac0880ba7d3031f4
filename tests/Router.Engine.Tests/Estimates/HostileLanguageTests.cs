using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Estimates;

/// <summary>Languages that nobody speaks, submitted without end, cost a bounded amount and take nothing from anybody.</summary>
public sealed class HostileLanguageTests
{
    private const int Queues = 70;
    private const int Languages = 110;
    private const int MostClasses = 20_000;

    private static readonly string[] Channels = ["call", "chat", "email"];

    private static readonly WorkspacePolicy Policy = Rules.Standard with
    {
        Skills = [new CodeLabel("billing")],
        Queues = [.. Enumerable.Range(0, Queues).Select(i => Rules.Queue($"q{i}")), Rules.Queue(Rules.Service)],
    };

    [Fact]
    public void Other_tickets_keep_what_they_ask_for()
    {
        var workspace = new Workspace(Policy).Agent("ann");
        foreach (var (queue, channel, language) in Asked())
        {
            workspace.End(workspace.Submit(channel, c => c with { Queue = queue, Languages = [new LanguageNeed(language, 1, 0)] }));
        }

        var ticket = workspace.Submit("call", c => c with { Queue = Rules.Service, Skills = [new SkillNeed("billing", 3)], Languages = [new LanguageNeed("he", 3, 0)] });

        Assert.Empty(workspace.FactsOf<LaneLimitReached>());
        var requirement = workspace.Ticket(ticket).Steps[0].Requirement;
        Assert.Equal(("billing", "he"), (requirement.Skills.Single().Name, requirement.Languages.Single().Tag));
        Assert.InRange(workspace.Saved.Load().WaitClasses.Count, MostClasses, MostClasses + (Queues * Channels.Length) + 1);
        var waits = workspace.Engine.LiveRows().Where(r => r.Waiting > 0).ToList();
        Assert.Equal((Rules.Service, "", 1), waits.Select(r => (r.Queue, r.Language, r.Waiting)).Single());
        Assert.Equal(waits, workspace.Reload().Engine.LiveRows().Where(r => r.Waiting > 0));
    }

    private static IEnumerable<(string Queue, string Channel, string Language)> Asked() =>
        from queue in Enumerable.Range(0, Queues)
        from channel in Channels
        from language in Enumerable.Range(0, Languages)
        select ($"q{queue}", channel, $"x{language}");
}
