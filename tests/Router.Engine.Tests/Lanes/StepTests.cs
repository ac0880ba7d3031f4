using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Lanes;

/// <summary>Requirements widen with time: languages of the ticket and steps of its queue.</summary>
public sealed class StepTests
{
    [Fact]
    public void Languages_open_in_their_time()
    {
        Assert.Equal(
            ["0 service/he>=4/", "60 service/he>=4,ru>=3/", "120 service/en>=1,he>=4,ru>=3/"],
            Steps(q => q, c => c with { Languages = [new("he", 4, 0), new("ru", 3, 60_000), new("en", 1, 120_000)] }));
    }

    [Fact]
    public void A_step_lowers_levels_to_1_at_the_least()
    {
        Assert.Equal(
            ["0 service/he>=4/billing>=2", "30 service/he>=3/billing>=1"],
            Steps(
                q => q with { Steps = [new() { AfterMs = 30_000, LowerLanguageLevels = 1, LowerSkillLevels = 3 }] },
                c => c with { Languages = [new("he", 4, 0)], Skills = [new("billing", 2)] }));
    }

    [Fact]
    public void A_step_is_relative_to_what_the_ticket_asks_and_not_to_the_step_before()
    {
        Assert.Equal(
            ["0 service//billing>=3,cards>=2", "10 service//cards>=2", "20 service//billing>=3", "30 service//"],
            Steps(
                q => q with
                {
                    Steps =
                    [
                        new() { AfterMs = 10_000, DropSkills = ["billing"] },
                        new() { AfterMs = 20_000, DropSkills = ["cards"] },
                        new() { AfterMs = 30_000, DropAllSkills = true },
                    ],
                },
                c => c with { Skills = [new("billing", 3), new("cards", 2)] }));
    }

    [Fact]
    public void A_step_that_asks_for_nothing_new_is_left_out()
    {
        Assert.Equal(
            ["0 service//"],
            Steps(q => q with { Steps = [new() { AfterMs = 10_000, LowerSkillLevels = 1 }, new() { AfterMs = 20_000, DropAllSkills = true }] }, c => c));
    }

    [Fact]
    public void More_languages_come_beside_those_that_are_open()
    {
        Assert.Equal(
            ["0 service/he>=4/", "30 service/en>=2,he>=4/", "60 service/en>=2,he>=4,ru>=3/"],
            Steps(
                q => q with { Steps = [new() { AfterMs = 30_000, MoreLanguages = [new("en", 2, 0)] }] },
                c => c with { Languages = [new("he", 4, 0), new("ru", 3, 60_000)] }));
    }

    [Fact]
    public void A_ticket_that_asks_no_language_is_not_narrowed_by_more_languages()
    {
        Assert.Equal(
            ["0 service//"],
            Steps(q => q with { Steps = [new() { AfterMs = 30_000, MoreLanguages = [new("en", 2, 0)] }] }, c => c));
    }

    [Fact]
    public void A_language_that_opens_after_a_step_to_another_queue_opens_in_both()
    {
        Assert.Equal(
            ["0 service/he>=4/", "30 other/he>=4/", "60 service/he>=4,ru>=3/", "60 other/he>=4,ru>=3/"],
            Steps(
                q => q with { Steps = [new() { AfterMs = 30_000, Queue = "other" }] },
                c => c with { Languages = [new("he", 4, 0), new("ru", 3, 60_000)] }));
    }

    [Fact]
    public void A_step_at_0_is_tried_and_passed_at_once()
    {
        var workspace = With(q => q with { Steps = [new() { AfterMs = 0, DropAllSkills = true }] });
        workspace.Agent("ann");
        var call = workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        Assert.Equal(("ann", 1), (workspace.Holder(call), workspace.Ticket(call).Step));
    }

    [Fact]
    public void Agents_of_earlier_steps_stay_eligible()
    {
        var workspace = With(q => q with { Steps = [new() { AfterMs = 30_000, Queue = "other" }] });
        var first = workspace.Submit("call");
        var second = workspace.Submit("call");
        workspace.After(30).Agent("ann", p => p with { Queues = [Rules.Service] }).Agent("bob", p => p with { Queues = ["other"] });
        Assert.Equal(("ann", "bob"), (workspace.Holder(first), workspace.Holder(second)));
    }

    [Fact]
    public void A_step_that_opens_is_told_and_tried_at_once_also_after_a_reload()
    {
        var workspace = With(q => q with { Steps = [new() { AfterMs = 30_000, DropAllSkills = true }] }).Agent("ann");
        var call = workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        Assert.Equal(TicketState.Queued, workspace.Reload().After(29.999).State(call));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(call));
        Assert.Equal((call, 1), (Assert.Single(workspace.FactsOf<StepOpened>()).TicketId, workspace.FactsOf<StepOpened>()[0].Step));
    }

    [Fact]
    public void A_step_does_not_begin_the_state_anew()
    {
        var workspace = With(q => q with { Steps = [new() { AfterMs = 30_000, DropAllSkills = true }] });
        var call = workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        var since = workspace.Now;
        Assert.Equal(since, workspace.After(30).Ticket(call).StateSince);
    }

    [Fact]
    public void A_step_into_the_lane_of_others_keeps_due_order_there()
    {
        var workspace = With(q => q with { Steps = [new() { AfterMs = 30_000, DropAllSkills = true }] });
        var older = workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        var newer = workspace.After(5).Submit("call", c => c with { Skills = [new("loans", 1)] });
        workspace.After(30).Agent("ann");
        Assert.Equal(("ann", ""), (workspace.Holder(older), workspace.Holder(newer)));
    }

    private static Workspace With(Func<QueuePolicy, QueuePolicy> change) =>
        new(Rules.Standard with { Queues = [Rules.Queue("other"), change(Rules.Queue(Rules.Service))] });

    private static List<string> Steps(Func<QueuePolicy, QueuePolicy> queue, Func<TicketContent, TicketContent> content)
    {
        var workspace = With(queue);
        return [.. workspace.Ticket(workspace.Submit("call", content)).Steps.Select(s => $"{s.OpensAfterMs / 1_000} {s.Requirement.Key}")];
    }
}
