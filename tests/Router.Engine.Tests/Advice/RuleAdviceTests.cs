using Router.Engine.Advice;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Advice;

public sealed class RuleAdviceTests
{
    private static readonly ConditionPart Call = new(ConditionKind.Field, 0, "channel", Comparison.Equal, ["call"]);
    private static readonly ConditionPart Hebrew = new(ConditionKind.Field, 0, "language", Comparison.Equal, ["he"]);

    [Fact]
    public void A_rule_that_asks_all_that_an_earlier_one_asks_and_more_can_never_match()
    {
        var warning = Assert.Single(Warnings([Call], [new(ConditionKind.All, 2), Hebrew, Call]));
        Assert.Equal("rules[1]", warning.Path);
        Assert.Equal("Rule 'rule 1' can never match: 'rule 0' before it takes everything it asks.", warning.Message);
    }

    [Fact]
    public void A_rule_that_asks_something_else_or_is_the_wider_one_or_has_alternatives_may_match()
    {
        Assert.Empty(Warnings([Call], [Hebrew]));
        Assert.Empty(Warnings([new(ConditionKind.All, 2), Hebrew, Call], [Call]));
        Assert.Empty(Warnings([new(ConditionKind.Any, 2), Hebrew, Call], [Call]));
        Assert.Empty(Warnings([Call], [new(ConditionKind.Any, 2), Hebrew, Call]));
    }

    private static List<PolicyWarning> Warnings(params ConditionPart[][] rules) =>
    [
        .. PolicyAdvice.Of(
            Rules.Standard with
            {
                Rules = [.. rules.Select((when, i) => new ClassificationRule { Name = $"rule {i}", When = when, Targets = [new() { Queue = Rules.Service }] })],
            },
            []).Where(w => w.Path.StartsWith("rules", StringComparison.Ordinal)),
    ];
}
