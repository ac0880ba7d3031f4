using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Lanes;

/// <summary>Who may serve what: queues, skills with levels, languages with levels and fall-back tags.</summary>
public sealed class EligibilityTests
{
    [Theory]
    [InlineData("pt", "pt", true)]
    [InlineData("pt-br", "pt-br", true)]
    [InlineData("pt-br", "pt", true)]
    [InlineData("pt", "pt-br", false)]
    [InlineData("pt-br", "pt-pt", false)]
    [InlineData("zh-hant-cn-x-private1", "zh-hant-cn", true)]
    [InlineData("zh-hant-cn-x-private1", "zh-hant", true)]
    [InlineData("zh-hant-cn-x-private1", "zh", true)]
    [InlineData("zh-hant-x-a", "zh-hant-x", false)]
    [InlineData("de-a-value", "de", true)]
    [InlineData("fr", "en", false)]
    public void A_language_is_matched_by_lookup_as_RFC_4647_says(string asked, string spoken, bool serves)
    {
        var workspace = new Workspace().Agent("ann", p => p with { Languages = new Dictionary<string, int> { [spoken] = 3 } });
        var call = workspace.Submit("call", c => c with { Languages = [new(asked, 3, 0)] });
        Assert.Equal(serves ? TicketState.Offered : TicketState.Queued, workspace.State(call));
    }

    [Fact]
    public void The_closest_tag_counts_also_where_a_wider_one_has_a_higher_level()
    {
        var workspace = new Workspace().Agent("ann", p => p with { Languages = new Dictionary<string, int> { ["pt"] = 5, ["pt-br"] = 2 } });
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call", c => c with { Languages = [new("pt-br", 3, 0)] })));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void A_skill_needs_its_level(int level, bool serves)
    {
        var workspace = new Workspace().Agent("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = level } });
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 3)] });
        Assert.Equal(serves ? TicketState.Offered : TicketState.Queued, workspace.State(call));
    }

    [Fact]
    public void All_skills_are_asked_for_and_any_language()
    {
        var workspace = new Workspace().Agent("ann", p => p with
        {
            Skills = new Dictionary<string, int> { ["billing"] = 3 },
            Languages = new Dictionary<string, int> { ["ru"] = 3 },
        });
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("chat", c => c with { Skills = [new("billing", 1), new("cards", 1)] })));
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("chat", c => c with { Languages = [new("he", 4, 0), new("ru", 3, 0)] })));
    }

    [Fact]
    public void A_profile_without_queues_serves_all_and_one_with_queues_these()
    {
        var policy = Rules.Standard with { Queues = [Rules.Queue("other"), Rules.Queue(Rules.Service)] };
        var workspace = new Workspace(policy).Agent("ann", p => p with { Queues = ["other"] });
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
        Assert.Equal("ann", workspace.Holder(workspace.Submit("call", c => c with { Queue = "other" })));
        workspace.Agent("bob");
        Assert.Equal("bob", workspace.Holder("1-1"));
    }

    [Fact]
    public void The_queues_skills_are_asked_beside_the_tickets_own_and_the_higher_level_counts()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Skills = [new("billing", 3)] }));
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 2), new("cards", 1)] });
        Assert.Equal("service//billing>=3,cards>=1", workspace.Ticket(call).Steps[0].Requirement.Key);
    }

    [Fact]
    public void The_queues_languages_are_for_tickets_without_one()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Languages = [new LanguageNeed("en", 2, 0)] }));
        Assert.Equal("service/en>=2/", workspace.Ticket(workspace.Submit("call")).Steps[0].Requirement.Key);
        Assert.Equal("service/he>=4/", workspace.Ticket(workspace.Submit("call", c => c with { Languages = [new("he", 4, 0)] })).Steps[0].Requirement.Key);
    }
}
